// Copies the letters of a sheet drawn as PDF to where the site reads them. No browser is sent them.

import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

const PACKAGES = "node_modules/@expo-google-fonts";
const FONTS = "static/fonts";
// Each with the licence it may be passed on under, which has to lie beside it.
const FILES = [
  "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "source-sans-3/LICENSE_FONT",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  "noto-emoji/LICENSE_FONT",
];

export function copyFonts() {
  mkdirSync(FONTS, { recursive: true });
  const names = FILES.map(nameOf);
  FILES.forEach((path, number) => copyFileSync(join(PACKAGES, path), join(FONTS, names[number])));
  for (const name of readdirSync(FONTS).filter((name) => !names.includes(name))) {
    rmSync(join(FONTS, name));
  }
}

function nameOf(path) {
  const [family] = path.split("/");
  return path.endsWith("LICENSE_FONT") ? `${family}-licence.txt` : basename(path);
}
