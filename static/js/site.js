// What every page brings along. Each part looks for what it improves, and does nothing where that is missing.

import "./age.js";
import "./confirm.js";
import "./copy.js";
import "./exit.js";
import "./keep.js";
import "./kept.js";
import "./map_button.js";
import "./once.js";
import "./opened.js";
import "./passkey.js";
import "./place_names.js";
import "./position.js";
import "./print.js";
import "./share.js";
