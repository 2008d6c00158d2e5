// @ts-check
// Checks against law and charter: a framed word, the article, one sentence with the figures.

import { html, nothing } from "../lib/dom.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";

/** @typedef {import("../api/types").FindingView} FindingView */

/**
 * @param {readonly FindingView[]} findings the grave ones first
 * @param {string} id
 */
export function findingList(findings, id) {
  const t = words().findings;
  return html`<section class="findings" aria-labelledby=${id}>
    ${sectionHead(id, t.title, t.source)}
    <ul>
      ${findings.map(
        (finding) => html`<li data-rule=${finding.rule} data-severity=${finding.severity}>
          <span class="state ${finding.severity}">${t[finding.severity]}</span>
          <b>${say(finding.article)}</b>
          <p>${say(finding.message)}</p>
        </li>`,
      )}
      ${findings.length === 0 ? html`<li><p>${t.none}</p></li>` : nothing}
    </ul>
  </section>`;
}
