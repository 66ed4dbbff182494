// Small improvements only: every page works without this file.
(() => {
  "use strict";

  // Nothing is kept in the browser. htmx would note there which page was last open, so it finds nowhere to write.
  const nowhere = { length: 0, getItem: () => null, removeItem: () => {}, setItem: () => { throw new Error("Nothing is kept in the browser"); } };
  for (const storage of ["sessionStorage", "localStorage"]) Object.defineProperty(window, storage, { value: nowhere });

  // After a form was refused, the reader starts at what is to be put right.
  const focusSummary = () => {
    const summary = document.querySelector("[data-focus]");
    if (summary) summary.focus();
  };

  // A second tap within a few seconds is almost never meant. The once-only id in the form guards the rest.
  const sent = new WeakMap();
  const guardAgainstDoubleTap = (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    const last = sent.get(form);
    if (last && event.timeStamp - last < 4000) {
      event.preventDefault();
      return;
    }
    sent.set(form, event.timeStamp);
    // what shows progress meanwhile waits for this: htmx would hold back the form itself if it listened to its submit
    form.dispatchEvent(new CustomEvent("sending"));
  };

  // Going to a field from the summary opens what hides it and puts the cursor there.
  const goToField = (event) => {
    const link = event.target.closest(".govuk-error-summary__list a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const hiding = field.closest("details");
    if (hiding) hiding.open = true;
    (field.closest(".govuk-form-group") || field).scrollIntoView();
    field.focus({ preventScroll: true });
  };

  // Says how much room is left once a text comes near its limit.
  const sayRoomLeft = (event) => {
    const most = Number(event.target.dataset && event.target.dataset.most);
    if (!most) return;
    const length = [...event.target.value].length;
    let line = event.target.parentElement.querySelector(".hf-room");
    if (!line) {
      line = document.createElement("p");
      line.className = "hf-room";
      line.setAttribute("aria-live", "polite");
      event.target.after(line);
    }
    if (length < most * 0.9) line.textContent = "";
    else line.textContent = length <= most
      ? `${(most - length).toLocaleString("en-GB")} characters left`
      : `${(length - most).toLocaleString("en-GB")} characters too many`;
  };

  document.addEventListener("DOMContentLoaded", focusSummary);
  document.addEventListener("submit", guardAgainstDoubleTap);
  document.addEventListener("click", goToField);
  document.addEventListener("input", sayRoomLeft);
  window.addEventListener("pageshow", (event) => {
    // Coming back with the browser's own button must not show what belongs to somebody who has signed out.
    if (event.persisted) window.location.reload();
  });
})();
