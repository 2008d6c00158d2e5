// Copies the distribution files of the pinned packages to vendor/ and writes their hashes.
//
//     npm run vendor
//
// Packages lie in target/ui and never under ui/, because the shell embeds all of ui/.
// pdf.js comes without cmaps and standard fonts: everything we print has its fonts embedded.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const FILES = {
  "lit-html": [
    "LICENSE",
    "directive-helpers.d.ts",
    "directive-helpers.js",
    "directive.d.ts",
    "directive.js",
    "directives/live.d.ts",
    "directives/live.js",
    "directives/repeat.d.ts",
    "directives/repeat.js",
    "lit-html.d.ts",
    "lit-html.js",
  ],
  echarts: ["LICENSE", "NOTICE", "dist/echarts.esm.min.mjs"],
  "pdfjs-dist": ["LICENSE", "legacy/build/pdf.min.mjs", "legacy/build/pdf.worker.min.mjs"],
};

const packages = process.argv[2];
if (packages === undefined) {
  console.error("usage: node vendor.mjs NODE_MODULES");
  process.exit(2);
}

const vendor = join(dirname(fileURLToPath(import.meta.url)), "vendor");
rmSync(vendor, { recursive: true, force: true });

for (const [name, files] of Object.entries(FILES)) {
  for (const file of files) {
    const to = join(vendor, name, file.replace(/^(dist|legacy\/build)\//, ""));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(packages, name, file), to);
  }
}

const sums = readdirSync(vendor, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(vendor, join(entry.parentPath, entry.name)))
  .sort()
  .map((file) => {
    const hash = createHash("sha256").update(readFileSync(join(vendor, file))).digest("hex");
    return `${hash}  ${file}\n`;
  });
writeFileSync(join(vendor, "SHA256SUMS"), sums.join(""));
