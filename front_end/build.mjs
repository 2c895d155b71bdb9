// Builds what a browser is sent: bundled, small, compressed, each file named after what is in it,
// so that it can be kept for ever. `manifest.json` says which name each file got.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { copyFonts } from "./fonts.mjs";

const SOURCE = "static";
const BUILT = "static/built";
const STYLES = ["css/site.css", "css/week.css", "css/gaps.css", "css/stewardship.css", "css/code.css"];
const SCRIPTS = ["js/site.js"];
const WORKER = "js/worker.js";
// What pages bring along that nobody keeps for when there is no network.
const NEVER_KEPT = ["css/register.css", "css/sheet.css", "css/sheet_a5.css", "js/register.js", "css/minute.css", "js/minute.js"];
// What a page fetches only when its visitor asks for it.
const ASKED_FOR = ["css/map.css", "js/map.js", "js/map_pin.js"];
const COPIED = ["img", "map"];
// Phones from about 2022 on: older ones get pages without script, which work as well.
const TARGET = ["chrome99", "firefox97", "safari15.4"];
const COMPRESSED = new Set([".css", ".js", ".json", ".svg"]);
const LETTERS_OF_HASH = 10;
const WEEK_IN_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

const manifest = {};
mkdirSync(BUILT, { recursive: true });
forgetOld();
for (const folder of COPIED) {
  for (const name of readdirSync(join(SOURCE, folder))) {
    keep(`${folder}/${name}`, readFileSync(join(SOURCE, folder, name)));
  }
}
await bundle([...STYLES, ...SCRIPTS, ...NEVER_KEPT]);
await bundle(ASKED_FOR);
await bundle([WORKER], { FILES: JSON.stringify(filesOfEveryPage()) });
for (const name of readdirSync(BUILT)) {
  compress(join(BUILT, name));
}
copyFonts();
// Last and in one stroke: whoever reads it finds every file it names.
writeFileSync(join(BUILT, "manifest.new"), `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(join(BUILT, "manifest.new"), join(BUILT, "manifest.json"));

// A site that is running goes on finding its files; after a week it has been started anew.
function forgetOld() {
  for (const name of readdirSync(BUILT)) {
    const path = join(BUILT, name);
    if (Date.now() - statSync(path).mtimeMs > WEEK_IN_MILLISECONDS) {
      rmSync(path);
    }
  }
}

async function bundle(names, define = {}) {
  const result = await build({
    entryPoints: names.map((name) => join(SOURCE, name)),
    outdir: BUILT,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    metafile: true,
    legalComments: "none",
    target: TARGET,
    external: ["/static/*"],
    loader: { ".png": "dataurl" },
    define,
    logLevel: "warning",
  });
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint) {
      manifest[output.entryPoint.replace(`${SOURCE}/`, "")] = basename(path);
    }
  }
}

// What a page that was kept needs to look as it did. A worker made for others has another name.
function filesOfEveryPage() {
  const pictures = Object.keys(manifest).filter((name) => name.startsWith("img/") && name.endsWith(".svg"));
  return [...STYLES, ...SCRIPTS, ...pictures].map((name) => `/static/${manifest[name]}`);
}

function keep(name, content) {
  const extension = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, LETTERS_OF_HASH);
  manifest[name] = `${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(BUILT, manifest[name]), content);
}

function compress(path) {
  if (!COMPRESSED.has(extname(path)) || basename(path) === "manifest.json") {
    return;
  }
  const content = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  );
}
