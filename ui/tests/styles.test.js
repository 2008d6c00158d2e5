// @ts-check
// Every class has its looks in one file: two that style the same name bend each other's pages.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const STYLE = new URL("../style/", import.meta.url);

/**
 * The classes that have rules of their own in a file; those for narrow windows and for paper, which
 * stand within others, are left out.
 * @param {string} css
 */
function classesOf(css) {
  const names = new Set();
  let depth = 0;
  let head = "";
  for (const c of css.replace(/\/\*[\s\S]*?\*\//g, "")) {
    if (c === "{") {
      for (const selector of depth === 0 ? head.split(",") : []) {
        if (/^\.[\w-]+$/.test(selector.trim())) {
          names.add(selector.trim());
        }
      }
      depth += 1;
    } else if (c === "}") {
      depth -= 1;
    }
    head = c === "{" || c === "}" ? "" : head + c;
  }
  return names;
}

test("a class is styled in one file", () => {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const file of readdirSync(STYLE).filter((name) => name.endsWith(".css"))) {
    for (const name of classesOf(readFileSync(new URL(file, STYLE), "utf8"))) {
      files.set(name, [...(files.get(name) ?? []), file]);
    }
  }
  assert.ok(files.size > 50, "the styles are read");
  const shared = [...files].filter(([, where]) => where.length > 1);
  assert.deepEqual(shared, []);
});
