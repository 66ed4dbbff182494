// Saves a record while it is written, and shows what the other person changes. Without this file the page is one form
// with a Save button. Nothing is kept in the browser: what is not saved yet is only in the open page, and the page says so.
(() => {
  "use strict";

  const form = document.getElementById("record");
  if (!form) return;

  const address = form.dataset.record;
  const viewer = form.dataset.viewer;
  const other = form.dataset.other;
  const stateLine = document.getElementById("saved-state");
  const problemLine = document.getElementById("problem-state");
  const otherLine = document.getElementById("other-state");

  const WHILE_TYPING = 2000;
  const RETRY = 3000;
  const LOOK = 4000;
  const LOOK_WHEN_HIDDEN = 20000;
  const PATIENCE = 15000;

  // --- what stands in a field -----------------------------------------------------------------------------------

  const controls = (box) => [...box.querySelectorAll("input, textarea, select")];
  const isTick = (control) => control.type === "checkbox" || control.type === "radio";

  const read = (box, isChosen, text) => {
    const all = controls(box);
    if (all.some(isTick)) return all.filter(isChosen).map((control) => control.value).join(",");
    return text(all[0]);
  };
  const typed = (box) => read(box, (control) => control.checked, (control) => control.value);
  const asLoaded = (box) => read(box, (control) => control.defaultChecked, (control) => control.tagName === "SELECT"
    ? ([...control.options].find((option) => option.defaultSelected) || control.options[0]).value
    : control.defaultValue);

  const put = (box, value) => {
    const answers = value.split(",");
    controls(box).forEach((control) => {
      if (isTick(control)) control.checked = value !== "" && answers.includes(control.value);
      else control.value = value;
    });
  };

  const key = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };

  const fields = new Map();
  form.querySelectorAll("[data-field]").forEach((box) => {
    fields.set(box.dataset.field, {
      box, base: Number(form.dataset.base), saved: asLoaded(box), sending: null, busy: null, timer: 0, refused: null, blocked: false, incoming: null,
    });
  });

  const isUnsaved = (field) => !field.blocked && typed(field.box) !== field.saved;
  const unsaved = () => [...fields.values()].filter(isUnsaved);
  let closed = false;

  // --- what the page says ---------------------------------------------------------------------------------------

  const say = (line, text, link) => {
    const now = link ? `${text} ${link.text}` : text;
    if (line.dataset.says === now) return;
    line.dataset.says = now;
    line.textContent = text;
    if (!link) return;
    const way = document.createElement("a");
    way.className = "govuk-link";
    way.textContent = link.text;
    way.href = link.href;
    if (link.target) {
      way.target = link.target;
      way.rel = "noopener";
    }
    if (link.press) way.addEventListener("click", link.press);
    line.append(" ", way);
  };

  const note = (field, text, isError) => {
    let line = field.box.querySelector(".hf-field__note");
    if (!line) {
      line = document.createElement("p");
      line.id = `${field.box.dataset.field}-note`;
      field.box.append(line);
    }
    line.className = isError ? "hf-field__note hf-field__note--error" : "hf-field__note";
    line.textContent = text;
    controls(field.box).forEach((control) => {
      control.toggleAttribute("aria-invalid", isError);
      if (isError) control.setAttribute("aria-invalid", "true");
      const ids = (control.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== line.id);
      if (text) ids.push(line.id);
      if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
      else control.removeAttribute("aria-describedby");
    });
  };

  const SIGN_IN = { text: "Sign in, in a new tab", href: form.dataset.again || "/sign-in?to=/sessions", target: "_blank" };

  // --- saving ---------------------------------------------------------------------------------------------------

  const later = (name, wait) => {
    const field = fields.get(name);
    if (field.timer) return;
    field.timer = setTimeout(() => {
      field.timer = 0;
      save(name);
    }, wait);
  };

  const save = (name) => {
    const field = fields.get(name);
    if (closed || field.blocked) return Promise.resolve();
    if (field.busy) return field.busy.then(() => save(name));
    const value = typed(field.box);
    if (!field.sending && (value === field.saved || value === field.refused)) return Promise.resolve();
    if (!field.sending) field.sending = { key: key(), value, base: field.base };
    field.busy = send(name, field).finally(() => {
      field.busy = null;
    });
    return field.busy;
  };

  const send = async (name, field) => {
    const [part, partId, code] = name.split("_");
    let answer;
    try {
      answer = await fetch(`${address}/fields`, {
        method: "PUT",
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ viewer, part, partId, field: code, base: field.sending.base, key: field.sending.key, value: field.sending.value }),
      });
    } catch (lost) {
      return tryAgain(name, "Not saved yet: no connection. Keep this page open, it goes on trying.");
    }
    if (answer.status === 200) return kept(name, field, await answer.json());
    if (answer.status === 409) return notKept(name, field, await answer.json());
    if (answer.status === 422) return refused(field, await answer.json());
    if (answer.status === 404) return gone(field);
    if (answer.status === 401 || answer.type === "opaqueredirect") {
      return tryAgain(name, "Not saved yet: you are signed out. What you typed stays in this page and is saved once you are back.", SIGN_IN);
    }
    return tryAgain(name, "Not saved yet: the service is away. Keep this page open, it goes on trying.");
  };

  const tryAgain = (name, sentence, link) => {
    say(problemLine, sentence, link);
    form.classList.add("hf-record--unsaved");
    later(name, RETRY);
  };

  const kept = (name, field, answer) => {
    field.base = answer.revision;
    field.saved = field.sending.value;
    field.sending = null;
    field.refused = null;
    note(field, "", false);
    const untouched = typed(field.box) === field.saved;
    if (answer.shown !== null && untouched && answer.shown !== field.saved) {
      put(field.box, answer.shown);
      field.saved = answer.shown;
    }
    say(stateLine, `Saved at ${answer.savedAt}`);
    if (!unsaved().length) allSaved();
    else if (isUnsaved(field)) later(name, WHILE_TYPING);
  };

  const allSaved = () => {
    say(problemLine, "");
    form.classList.remove("hf-record--unsaved");
  };

  const refused = (field, answer) => {
    field.refused = field.sending.value;
    field.sending = null;
    note(field, `Not saved: ${answer.sentence}`, true);
  };

  const gone = (field) => {
    field.sending = null;
    field.refused = typed(field.box);
    note(field, `Not saved: this part is not in the record any more. Copy what you want to keep.`, true);
  };

  const notKept = (name, field, answer) => {
    if (answer.because === "both wrote") return showBoth(field, answer);
    if (answer.because === "closed") return close(answer.sentence);
    return tryAgain(name, `${answer.sentence} Sign in again as yourself, and it is saved.`, SIGN_IN);
  };

  const close = (sentence) => {
    closed = true;
    say(problemLine, unsaved().length ? `${sentence} What you typed last is not in it: copy what you want to keep.` : sentence, { text: "Read the record", href: address });
    form.classList.toggle("hf-record--unsaved", unsaved().length > 0);
  };

  // Both texts are kept by the service; the page shows them side by side where the field is.
  const showBoth = async (field, answer) => {
    field.sending = null;
    field.blocked = true;
    controls(field.box).forEach((control) => {
      if ("readOnly" in control) control.readOnly = true;
    });
    note(field, `You and ${answer.theirsBy} both wrote here. Both texts are kept: choose which is to stand.`, false);
    say(otherLine, `You and ${answer.theirsBy} both wrote in one field. Both texts are kept.`, { text: "Choose", href: `#conflict-${answer.conflict}` });
    try {
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
      const both = page.getElementById(`conflict-${answer.conflict}`);
      if (both) field.box.before(document.adoptNode(both));
    } catch (lost) {
      later(field.box.dataset.field, RETRY);
    }
  };

  const saveAll = () => Promise.all(unsaved().map((field) => save(field.box.dataset.field)));

  form.addEventListener("input", (event) => {
    const box = event.target.closest("[data-field]");
    if (box) later(box.dataset.field, WHILE_TYPING);
  });
  form.addEventListener("change", (event) => {
    const box = event.target.closest("[data-field]");
    if (box) save(box.dataset.field);
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box) return;
    save(box.dataset.field);
    const field = fields.get(box.dataset.field);
    if (field.incoming && !isUnsaved(field)) take(field, field.incoming);
  });
  window.addEventListener("online", saveAll);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved().length) event.preventDefault();
  });

  // --- buttons: first everything is saved, then it is done, and only then does the page go on ----------------------

  const goTo = (way) => {
    history.scrollRestoration = "manual";
    history.replaceState(null, "", way);
    location.reload();
  };

  const press = async (doing) => {
    await saveAll();
    if (unsaved().length) {
      say(problemLine, "Something is not saved yet. Look at it first, then press again.");
      const first = unsaved()[0];
      controls(first.box)[0].focus();
      return;
    }
    if (doing === "save") return;
    const body = new URLSearchParams({ do: doing, once: form.elements.once.value, case: form.elements.case ? form.elements.case.value : "" });
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    } catch (lost) {
      say(problemLine, "Not done yet: no connection. Keep this page open and press again in a moment.");
      return;
    }
    if (answer.status === 200) return goTo((await answer.json()).way);
    if (answer.status === 401 || answer.type === "opaqueredirect") {
      say(problemLine, "Not done yet: you are signed out.", SIGN_IN);
      return;
    }
    sendWhole(doing);
  };

  // Something has to be put right: the page that says what comes from the form sent as a whole.
  const sendWhole = (doing) => {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "do";
    hidden.value = doing;
    form.append(hidden);
    form.submit();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    press(event.submitter ? event.submitter.value : "save");
  });

  // --- the other person ------------------------------------------------------------------------------------------

  let since = Number(form.dataset.base);
  const myParts = new Set([...form.querySelectorAll("[data-part]")].map((element) => element.dataset.part));

  const take = (field, change) => {
    put(field.box, change.shown);
    field.saved = typed(field.box);
    field.base = change.revision;
    field.incoming = null;
    note(field, `${change.by} changed this just now.`, false);
  };

  const hear = (change) => {
    document.querySelectorAll(`[data-shows="${change.name}"]`).forEach((line) => {
      line.textContent = change.shown === "" ? "Not said yet" : change.shown.charAt(0).toUpperCase() + change.shown.slice(1);
    });
    const field = fields.get(change.name);
    if (!field || field.blocked || change.revision <= field.base) return;
    const untouched = !isUnsaved(field) && !field.sending;
    if (untouched && typed(field.box) === change.shown) field.base = change.revision;
    else if (untouched && !field.box.contains(document.activeElement)) take(field, change);
    else {
      field.incoming = change;
      note(field, `${change.by} is writing here too. If you both do, both texts are kept.`, false);
    }
  };

  const look = async () => {
    if (closed) return;
    try {
      const answer = await fetch(`${address}/changes?since=${since}`, {
        headers: { "X-Polling": "true", Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 200) listen(await answer.json());
    } catch (lost) {
      // saving says when the connection is lost; looking simply tries again
    }
    setTimeout(look, document.hidden ? LOOK_WHEN_HIDDEN : LOOK);
  };

  const listen = (changes) => {
    if (changes.closed) {
      close(changes.closed);
      return;
    }
    since = changes.revision;
    changes.fields.forEach(hear);
    if (!changes.parts) return;
    const differs = changes.parts.length !== myParts.size || changes.parts.some((part) => !myParts.has(part));
    if (differs) {
      say(otherLine, `${other} added or took out a case, a decision or an action.`, {
        text: "Show it", href: address, press: (event) => {
          event.preventDefault();
          saveAll().then(() => {
            if (!unsaved().length) location.reload();
          });
        },
      });
    }
  };

  setTimeout(look, LOOK);

  // --- keyboard --------------------------------------------------------------------------------------------------

  const open = (element) => {
    for (let hiding = element.closest("details"); hiding; hiding = hiding.parentElement.closest("details")) hiding.open = true;
  };

  const nextSection = () => {
    const stops = [...form.querySelectorAll(".hf-part, .hf-discussion > summary")];
    const here = document.activeElement;
    const next = stops.find((stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING && !here.contains(stop) || !form.contains(here));
    (next || stops[0]).focus();
    (next || stops[0]).scrollIntoView({ block: "start" });
  };

  const KEYS = {
    KeyN: nextSection,
    KeyC: () => (document.getElementById("case") || document.getElementById("cases") || form).focus(),
    KeyA: () => { if (document.getElementById("add-action")) press("add-action"); },
    KeyS: () => press("save"),
  };
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !KEYS[event.code]) return;
    event.preventDefault();
    KEYS[event.code]();
  });

  // Where the page was asked to go on: unfold it and put the cursor into it.
  const arrive = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target || !form.contains(target)) return;
    if (target.tagName === "DETAILS") target.open = true;
    open(target);
    target.scrollIntoView({ block: "start" });
    const first = target.matches("fieldset, .hf-discussion") && target.querySelector("textarea, input:not([type=hidden]), select");
    (first || target).focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", arrive);

  // On a narrow screen the agenda is folded, so that the record comes first.
  if (window.matchMedia("(max-width: 61.99em)").matches) form.querySelectorAll("[data-fold]").forEach((fold) => { fold.open = false; });
  arrive();
})();
