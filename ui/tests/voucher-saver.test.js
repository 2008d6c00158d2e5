// What is typed is saved, one saving after the other, and nothing that was typed is forgotten.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Saver } from "../lib/voucher-saver.js";

/** A saver whose savings end when they are told to; it never saves of itself. */
function slow() {
  const going = [];
  const saver = new Saver(() => new Promise((done) => going.push(done)), 1 << 30);
  return { saver, going };
}

test("savings never overlap, and what was typed meanwhile is saved next", async () => {
  const { saver, going } = slow();
  saver.touch();
  const first = saver.flush();
  assert.equal(going.length, 1);
  saver.touch();
  const second = saver.flush();
  assert.equal(going.length, 1);
  going[0](true);
  await new Promise(setImmediate);
  assert.equal(going.length, 2);
  assert.equal(saver.unsaved, true);
  going[1](true);
  assert.equal(await first, true);
  assert.equal(await second, true);
  assert.equal(saver.unsaved, false);
});

test("what could not be saved stays unsaved and is tried again", async () => {
  const { saver, going } = slow();
  saver.touch();
  const refused = saver.flush();
  going[0](false);
  assert.equal(await refused, false);
  assert.equal(saver.unsaved, true);
  const again = saver.flush();
  going[1](true);
  assert.equal(await again, true);
});

test("nothing is saved where nothing was typed, nor after the draft is gone", async () => {
  const { saver, going } = slow();
  assert.equal(await saver.flush(), true);
  saver.touch();
  await saver.stop();
  assert.equal(await saver.flush(), true);
  assert.equal(going.length, 0);
});

test("it saves when the hands rest", async () => {
  const saved = new Promise((done) => {
    const saver = new Saver(async () => (done("saved"), true), 1);
    saver.touch();
  });
  assert.equal(await saved, "saved");
});
