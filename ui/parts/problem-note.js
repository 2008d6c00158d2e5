// @ts-check
// A refusal, beside what it is about: an ink edge, the sentence, the way on.

import { asProblem } from "../api/client.js";
import { html, nothing } from "../lib/dom.js";
import { say } from "../lib/text.js";

/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @param {Problem | null} problem
 * @param {string} [id]
 */
export function problemNote(problem, id = "problem") {
  if (problem === null) {
    return nothing;
  }
  return html`<div class="notice" role="alert" id=${id} data-code=${problem.code}>
    <p>${say(problem.message)}</p>
    ${problem.details.length === 0
      ? nothing
      : html`<ul>
          ${problem.details.map((detail) => html`<li>${say(detail)}</li>`)}
        </ul>`}
  </div>`;
}

/**
 * A refusal of one field, to stand right after it.
 * @param {string} field the id of the field
 * @param {Problem | null} problem
 */
export function fieldNote(field, problem) {
  return problem === null ? nothing : problemNote(problem, `${field}-problem`);
}

/**
 * Runs something that can be refused, and gives the refusal instead of throwing it.
 * @template Answer
 * @param {Promise<Answer>} work
 * @returns {Promise<{ answer: Answer, problem: null } | { answer: null, problem: Problem }>}
 */
export async function attempt(work) {
  try {
    return { answer: await work, problem: null };
  } catch (failure) {
    return { answer: null, problem: asProblem(failure) };
  }
}
