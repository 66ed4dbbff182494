// Whether the person whose page this is, is there: the warning before a browser session ends, the cover of the screen,
// and nothing sent for somebody else. Every page works without this file. Nothing is kept in the browser.
(() => {
  "use strict";

  const viewer = document.body.dataset.viewer;
  const cover = document.getElementById("cover");
  const ending = document.getElementById("ending");
  if (!viewer || !cover || !ending) return;

  const BEFORE_THE_END = 120;
  const TYPING_COUNTS = 5 * 60 * 1000;
  const RETRY = 3000;
  const PATIENCE = 10000;
  const title = document.title;
  const otherTabs = new BroadcastChannel("holdfast");

  // --- asking the service -----------------------------------------------------------------------------------------

  const ask = (method, path, { byItself = false, body = null, accept = "application/json" } = {}) => fetch(path, {
    method, body, redirect: "manual", keepalive: method === "POST", signal: AbortSignal.timeout(PATIENCE),
    headers: byItself ? { Accept: accept, "X-Polling": "true" } : { Accept: accept },
  });

  // Who is signed in now, and for how many seconds; null without a connection. Asking as somebody who is there keeps the session.
  const standing = async (byItself) => {
    try {
      const answer = await ask("GET", "/browser-session", { byItself });
      return answer.status === 200 ? await answer.json() : null;
    } catch (lost) {
      return null;
    }
  };

  // --- the cover ----------------------------------------------------------------------------------------------------

  const part = (name) => cover.querySelector(`[data-cover="${name}"]`);
  const heading = document.getElementById("cover-title");
  const COVERED = heading.textContent;
  const show = (name) => cover.querySelectorAll("[data-cover]").forEach((one) => {
    one.hidden = one.dataset.cover !== name;
    if (!one.hidden) heading.textContent = one.dataset.title || COVERED;
  });
  const isCovered = () => cover.open;
  let toldTheService = true;

  const hide = (name) => {
    document.documentElement.classList.add("hf-covered");
    document.title = "Covered – Holdfast";
    if (ending.open) ending.close();
    show(name);
    if (!cover.open) cover.showModal();
  };

  const open = () => {
    toldTheService = true;
    document.documentElement.classList.remove("hf-covered");
    document.title = title;
    cover.close();
  };

  const coverNow = () => {
    if (isCovered()) return;
    hide("waiting");
    toldTheService = false;
    otherTabs.postMessage("covered");
    askAgain();
  };

  // First the service learns of the cover, so that no other page shows anything either; then it is asked for the form.
  const askAgain = async () => {
    if (!isCovered()) return;
    try {
      if (!toldTheService) {
        const answer = await ask("POST", "/cover");
        if (answer.status >= 400) throw new Error("not covered yet");
        toldTheService = true;
      }
      const answer = await ask("GET", "/confirmation", { byItself: true, accept: "text/html" });
      if (answer.status === 200) putForm(await answer.text());
      else if (answer.type === "opaqueredirect") hide("ended");
      else throw new Error("no form yet");
    } catch (lost) {
      show("away");
      setTimeout(askAgain, RETRY);
    }
  };

  const putForm = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const form = page.querySelector("form[action='/confirmation']");
    const errors = [...page.querySelectorAll(".govuk-error-summary__list a")].map((line) => line.textContent).join(" ");
    const place = part("asking");
    place.querySelector("[data-form]").replaceChildren(document.adoptNode(form));
    place.querySelector("[role=alert]").textContent = errors;
    show("asking");
    (form.querySelector("input:not([type=hidden])") || form.querySelector("button")).focus();
  };

  const confirm = async (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== "/confirmation") return;
    event.preventDefault();
    let answer;
    try {
      answer = await ask("POST", "/confirmation", { body: new URLSearchParams(new FormData(form)), accept: "text/html" });
    } catch (lost) {
      part("asking").querySelector("[role=alert]").textContent = "No connection. The page stays covered; press again in a moment.";
      return;
    }
    if (answer.type === "opaqueredirect") {
      open();
      otherTabs.postMessage("open");
      look();
    } else if (answer.status === 401) hide("ended");
    else putForm(await answer.text());
  };

  // --- when the session has ended, or is somebody else's -------------------------------------------------------------

  const settle = (now) => {
    if (!now) return;
    if (now.viewer === null) hide("ended");
    else if (now.viewer !== viewer) hide("somebody-else");
    else if (now.covered) {
      if (!isCovered()) {
        hide("waiting");
        askAgain();
      }
    } else if (isCovered() && toldTheService) open();
  };

  // --- the warning --------------------------------------------------------------------------------------------------

  let timer = 0;
  let lastUse = Date.now();

  const wait = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(1, seconds) * 1000);
  };

  const look = async () => {
    const now = await standing(true);
    if (!now) return wait(RETRY / 1000);
    settle(now);
    if (now.viewer !== viewer) return wait(BEFORE_THE_END);
    if (now.seconds > BEFORE_THE_END) {
      if (ending.open) ending.close();
      return wait(now.seconds - BEFORE_THE_END);
    }
    warn(now);
    wait(now.seconds + 1);
  };

  const warn = (now) => {
    if (isCovered() || ending.open) return;
    ending.querySelector("[data-until]").textContent = now.until;
    ending.querySelector("[data-stay]").hidden = now.forGood;
    ending.querySelector("[data-for-good]").hidden = !now.forGood;
    ending.showModal();
  };

  const stay = async () => {
    lastUse = Date.now();
    await standing(false);
    ending.close();
    look();
  };

  // Whoever types is there, also when nothing has been sent for a while.
  const typing = () => {
    if (isCovered() || Date.now() - lastUse < TYPING_COUNTS) return;
    lastUse = Date.now();
    standing(false).then(look);
  };

  // --- sending what was typed -----------------------------------------------------------------------------------------

  // A form with free text is sent once it is known that the service is there and that its page's person is signed in.
  const checked = new WeakSet();
  const holdBack = async (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post") || form.dataset.record || cover.contains(form)) return;
    if (checked.delete(form) || !form.querySelector(".hf-text")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const now = await standing(false);
    if (now && now.viewer === viewer && !now.covered) {
      checked.add(form);
      form.requestSubmit(event.submitter);
      return;
    }
    if (now) settle(now);
    else notSent(form);
  };

  const notSent = (form) => {
    let line = form.querySelector(".hf-not-sent");
    if (!line) {
      line = document.createElement("p");
      line.className = "hf-not-sent";
      line.setAttribute("role", "alert");
      form.append(line);
    }
    line.textContent = "Not sent yet: no connection. What you typed stays in this page; press again in a moment.";
  };

  // --- listening ------------------------------------------------------------------------------------------------------

  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyH" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    coverNow();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") !== "/cover") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    coverNow();
  }, true);
  document.addEventListener("submit", holdBack, true);
  document.addEventListener("input", typing);
  cover.addEventListener("submit", confirm);
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.addEventListener("close", () => { if (document.documentElement.classList.contains("hf-covered")) cover.showModal(); });
  cover.querySelectorAll("[data-look]").forEach((button) => button.addEventListener("click", look));
  ending.querySelector("[data-stay]").addEventListener("click", stay);
  ending.querySelector("[data-dismiss]").addEventListener("click", () => ending.close());
  otherTabs.addEventListener("message", (event) => {
    if (event.data === "covered" && !isCovered()) {
      hide("waiting");
      askAgain();
    }
    if (event.data === "open") look();
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  wait(Number(document.body.dataset.endsIn) - BEFORE_THE_END);
})();
