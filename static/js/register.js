// What the pages on which a group puts itself in bring along. Without it each page works as well.

import "./duplicates.js";
import "./hints.js";
import "./shown_for.js";
