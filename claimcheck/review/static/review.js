"use strict";
(() => {
  const form = document.getElementById("filters");
  const pane = document.getElementById("finding");
  const rows = () => [...document.querySelectorAll("#rows .row")];
  let here = ""; // the anchor of the finding that is open
  let moved = false; // whether another finding was asked for than the one that opens by itself
  let marked = null; // the link of the row that is open
  const words = new WeakMap(); // what a row can be searched for, in lower case; made when first searched

  // Filters

  const said = (row) => {
    if (!words.has(row)) words.set(row, `${row.textContent} ${row.dataset.words}`.toLowerCase());
    return words.get(row);
  };

  const fits = (row, want) =>
    (!want.state || row.dataset.state === want.state || (want.state === "decided" && row.dataset.state !== "open")) &&
    (!want.severity || row.dataset.severity === want.severity) &&
    (!want.rule || row.dataset.rule === want.rule) &&
    want.terms.every((term) => said(row).includes(term));

  const filter = () => {
    if (!form) return;
    const want = Object.fromEntries(new FormData(form));
    want.terms = want.text.toLowerCase().split(/\s+/).filter(Boolean);
    const all = rows();
    for (const row of all) row.hidden = !fits(row, want);
    const shown = all.filter((row) => !row.hidden).length;
    const output = form.querySelector("output");
    output.textContent = output.dataset.text.replace("{n}", shown).replace("{total}", all.length);
    document.getElementById("none-fit").hidden = shown > 0;
  };

  // What was just decided stays in sight, even if it no longer fits.
  const filterButHere = () => {
    filter();
    const row = rowOf(here);
    if (row) row.hidden = false;
  };

  const showAll = () => {
    document.activeElement?.blur();
    form?.reset();
    filter();
  };

  // One finding

  const rowOf = (anchor) => document.getElementById(`row-${anchor}`);

  const mark = () => {
    marked?.removeAttribute("aria-current");
    marked = rowOf(here)?.querySelector("a");
    marked?.setAttribute("aria-current", "true");
  };

  const open = (anchor) => {
    const row = rowOf(anchor);
    if (!row) return;
    here = anchor;
    if (row.hidden) showAll();
    mark();
    row.scrollIntoView({ block: "nearest" });
    htmx.ajax("GET", row.dataset.url, { target: pane, swap: "innerHTML" });
  };

  const next = (by) => {
    const all = rows();
    const at = all.findIndex((row) => row.id === `row-${here}`);
    const rest = by > 0 ? all.slice(at + 1) : all.slice(0, at < 0 ? all.length : at).reverse();
    return rest.find((row) => !row.hidden)?.id.replace("row-", "");
  };

  const step = (by) => { location.hash = next(by) ?? location.hash; };

  const follow = () => {
    const anchor = location.hash.slice(1);
    if (anchor.startsWith("f-")) {
      if (anchor !== here) open(anchor);
      const { top } = pane.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) pane.scrollIntoView({ block: "start" });
      return;
    }
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView({ block: "center" });
  };

  // Decisions

  let wanted = null; // the button that Enter in the reason stands for

  const give = (button) => {
    const reason = pane.querySelector("textarea");
    pane.querySelectorAll("button.wanted").forEach((other) => other.classList.remove("wanted"));
    wanted = button;
    button.classList.add("wanted");
    reason.focus({ preventScroll: true }); // the browser would look for the form where it would be if it did not stick
    reason.select();
    reason.form.scrollIntoView({ block: "nearest" });
  };

  const decide = (key) => {
    const button = pane.querySelector(`button[data-key="${key}"]`);
    if (!button) return;
    if ("reason" in button.dataset) give(button);
    else button.click();
  };

  const inReason = (event) => {
    if (event.key === "Escape") event.target.blur();
    else if (event.key === "Enter" && !event.shiftKey && wanted?.isConnected) {
      event.preventDefault();
      wanted.click();
    }
  };

  const keys = { j: () => step(1), k: () => step(-1), "/": () => form?.elements.text.focus(), Escape: showAll };
  for (const key of "cednu") keys[key] = () => decide(key);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("textarea")) return inReason(event);
    if (event.target.matches("input, select") && event.key !== "Escape") return;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // What the server says

  const gone = (is) => { document.getElementById("gone").hidden = !is; };
  addEventListener("htmx:sendError", () => gone(true));
  addEventListener("htmx:responseError", (event) => {
    const box = document.getElementById("gone");
    if (event.detail.xhr.responseText) box.textContent = event.detail.xhr.responseText;
    gone(true);
  });
  addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) gone(false); });
  addEventListener("htmx:afterSettle", (event) => {
    mark();
    if (event.detail.target.closest("#texts")) follow();
    if (event.detail.target !== pane) return;
    if (event.detail.requestConfig?.verb === "post") filterButHere(); // a decision has changed a row
    // htmx gives the focus back to the reason; after a decision the keys shall mean decisions again
    if (pane.querySelector(".trouble")) pane.querySelector("textarea").focus();
    else if (moved) pane.focus({ preventScroll: true });
    moved = true;
  });

  addEventListener("hashchange", follow);
  form?.addEventListener("input", filter);
  form?.addEventListener("submit", (event) => event.preventDefault());
  filter();
  if (location.hash) follow();
  else open(next(1)); // without scrolling: a small screen shall begin with the list
})();
