"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const form = document.getElementById("filters");
  const words = new Map(); // what a finding says, in lower case; made when first searched

  const said = (finding) => {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  };

  const fits = (finding, want) =>
    want.severities.includes(finding.dataset.severity) &&
    (!want.rule || finding.dataset.rule === want.rule) &&
    (!want.source || finding.dataset.sources.split(" ").includes(want.source)) &&
    want.terms.every((term) => said(finding).includes(term));

  const wanted = () => {
    const data = new FormData(form);
    return {
      severities: data.getAll("severity"),
      rule: data.get("rule"),
      source: data.get("source"),
      terms: data.get("text").toLowerCase().split(/\s+/).filter(Boolean),
    };
  };

  const apply = () => {
    const want = wanted();
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !fits(finding, want);
      if (!finding.hidden) shown += 1;
    }
    const output = form.querySelector("output");
    output.textContent = output.dataset.text.replace("{n}", shown).replace("{total}", findings.length);
  };

  const step = (by) => {
    const open = findings.filter((finding) => !finding.hidden);
    const here = open.indexOf(document.activeElement?.closest?.(".finding"));
    const next = open[here < 0 ? (by > 0 ? 0 : open.length - 1) : here + by];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };

  const showAll = () => {
    form.reset();
    apply();
  };

  const keys = { j: () => step(1), k: () => step(-1), "/": () => form.elements.text.focus(), Escape: showAll };

  const unfold = (element) => {
    for (let box = element?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  };

  // A link may lead to a finding that a filter hides, or into a text that is folded.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]") && form) showAll();
    unfold(target);
    target.scrollIntoView({ block: "center" });
  };

  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((box) => { box.open = true; }));
  if (location.hash) follow();
  if (!form) return;

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input[type=search], select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape") || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  apply();
})();
