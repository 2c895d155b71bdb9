// What every page brings along. Each part looks for what it improves, and does nothing where that is missing.

import "./exit.js";
import "./print.js";
