// Everything works without this file; it saves page loads and keystrokes.
(() => {
  "use strict";

  const parse = html => new DOMParser().parseFromString(html, "text/html");
  const load = async (address, signal) => {
    const answer = await fetch(address, { credentials: "same-origin", signal });
    if (!answer.ok || answer.redirected && new URL(answer.url).pathname !== new URL(address, location.href).pathname) {
      throw new Error("no picker");
    }
    return parse(await answer.text());
  };

  // Picker: the page behind the link, shown as a dialog over the form.
  function openPicker(opener) {
    const address = from(opener);
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    const waiting = load(address).then(page => fill(dialog, page));
    waiting.then(() => {
      document.body.append(dialog);
      dialog.addEventListener("close", () => { dialog.remove(); opener.focus(); });
      dialog.addEventListener("click", event => pickerClick(event, dialog, opener));
      dialog.addEventListener("submit", event => pickerSubmit(event, dialog));
      dialog.addEventListener("input", event => typeAhead(event, dialog));
      dialog.showModal();
      dialog.querySelector("input:not([type=hidden]):not(.hide), select")?.focus();
    }).catch(() => leave(opener, address));
  }

  // Departments are picked from an employer, bureaus from a region: the field names the one that it depends on.
  function from(opener) {
    const address = new URL(opener.dataset.picker, location.href);
    const name = opener.closest(".pick").querySelector("[data-pick-from]")?.dataset.pickFrom;
    if (name) { address.searchParams.set(name.split(".").pop(), opener.form.querySelector(`[name="${name}"]`).value); }
    return address.href;
  }

  function clearDependent(value) {
    document.querySelectorAll(`[data-pick-from="${value.name}"]`).forEach(text => {
      text.value = "";
      text.closest(".pick").querySelector("[data-pick-value]").value = "";
    });
  }

  // The opener does what it does without script: follow the link or post the form.
  function leave(opener, address) {
    if (opener.form) {
      delete opener.dataset.picker;
      opener.form.requestSubmit(opener);
    } else {
      location.href = address;
    }
  }

  function fill(dialog, page) {
    const list = page.querySelector("main .list");
    if (!list) { throw new Error("no list"); }
    const head = document.createElement("div");
    head.className = "dialog-head";
    const title = document.createElement("h2");
    title.id = "dialog-title";
    title.textContent = page.querySelector("h1")?.textContent ?? "";
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "shut";
    shut.setAttribute("aria-label", "关闭");
    shut.append(document.querySelector(".sprite #i-cross") ? icon("cross") : "×");
    shut.addEventListener("click", () => dialog.close());
    head.append(title, shut);
    const body = document.createElement("div");
    body.className = "dialog-body";
    body.append(document.adoptNode(list));
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.replaceChildren(head, body);
  }

  function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#i-${name}`);
    svg.append(use);
    return svg;
  }

  function pickerClick(event, dialog, opener) {
    const choice = event.target.closest("button[name=pick]");
    const link = event.target.closest("a[href]");
    if (choice) {
      event.preventDefault();
      const field = opener.closest(".pick");
      const value = field.querySelector("[data-pick-value]");
      if (value.value !== choice.value) { clearDependent(value); }
      value.value = choice.value;
      field.querySelector("[data-pick-text]").value = choice.dataset.text ?? "";
      value.dispatchEvent(new Event("change", { bubbles: true }));
      dialog.close();
    } else if (link) {
      event.preventDefault();
      refresh(dialog, link.href);
    }
  }

  function pickerSubmit(event, dialog) {
    if (event.submitter?.name === "pick") { return; }
    event.preventDefault();
    refresh(dialog, search(event.target));
  }

  const search = form => {
    const address = new URL(form.getAttribute("action"), location.href);
    new FormData(form).forEach((value, name) => address.searchParams.set(name, value));
    return address.href;
  };

  // Filter fields stay in place, so that typing is not disturbed; rows and pager are replaced.
  let turn;
  function refresh(dialog, address, changed) {
    turn?.abort();
    turn = new AbortController();
    const part = changed ? ".list" : ".rows";
    load(address, turn.signal).then(page => {
      const fresh = page.querySelector(`main .list${changed ? "" : " .rows"}`);
      if (fresh) { dialog.querySelector(part).replaceWith(document.adoptNode(fresh)); }
      if (changed) { dialog.querySelector(`[name="${changed}"]`)?.focus(); }
    }).catch(() => {});
  }

  let pause;
  function typeAhead(event, dialog) {
    const form = event.target.closest("form.filter");
    if (!form) { return; }
    clearTimeout(pause);

    // A city brings its counties with it, so the filter changes, too.
    if (event.target.matches("[data-reload]")) {
      refresh(dialog, search(form), event.target.name);
      return;
    }
    pause = setTimeout(() => refresh(dialog, search(form)), 300);
  }

  document.addEventListener("click", event => {
    const opener = event.target.closest("[data-picker]");
    if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openPicker(opener);
      return;
    }
    const captcha = event.target.closest("[data-captcha]");
    if (captcha) {
      event.preventDefault();
      const picture = captcha.querySelector("img");
      const address = new URL(picture.src, location.href);
      address.searchParams.set("again", Date.now());
      picture.src = address.href;
      const answer = captcha.closest(".captcha").querySelector("input");
      answer.value = "";
      answer.focus();
      return;
    }
    if (event.target.closest("[data-print]")) { print(); }
    const open = document.querySelector("details.who[open]");
    if (open && !open.contains(event.target)) { open.open = false; }
  });

  document.addEventListener("change", event => {
    const box = event.target;
    if (box.matches("[data-tick-all]")) {
      box.closest("table").querySelectorAll("tbody .tick input").forEach(one => { one.checked = box.checked; });
    } else if (box.matches("tbody .tick input")) {
      const table = box.closest("table");
      const all = table.querySelector("[data-tick-all]");
      const boxes = [...table.querySelectorAll("tbody .tick input")];
      if (all) {
        all.checked = boxes.every(one => one.checked);
        all.indeterminate = !all.checked && boxes.some(one => one.checked);
      }
    }
    showOrganization();
  });

  // An ID number tells sex and birth; shown at once, a slip of the finger is seen at once.
  function showIdentity() {
    const typed = document.querySelector("[data-identity]");
    if (!typed) { return; }
    const parts = /^\d{6}(\d{4})(\d\d)(\d\d)\d\d(\d)[\dxX]$/.exec(typed.value.normalize("NFKC").trim());
    document.querySelector("[data-identity-sex]").value = parts ? (parts[4] % 2 ? "男" : "女") : "";
    document.querySelector("[data-identity-birth]").value = parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : "";
  }
  document.addEventListener("input", event => { if (event.target.matches("[data-identity]")) { showIdentity(); } });

  // The sheet does this with :has(); older browsers get it here, and a hidden code is not sent.
  function showOrganization() {
    document.querySelectorAll(".signin").forEach(form => {
      const row = form.querySelector(".org");
      const needed = form.querySelector(".needs-org:checked") !== null;
      if (row) {
        row.classList.toggle("shown", needed);
        row.querySelectorAll("input").forEach(input => { input.disabled = !needed; });
      }
    });
  }

  // Shortcuts such as J K P F: one letter presses the element that names it in data-key.
  document.addEventListener("keydown", event => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
      || event.target.closest("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]");
    if (event.key === "Escape") { document.querySelector("details.who[open]")?.removeAttribute("open"); }
    if (busy || !/^[a-z]$/i.test(event.key)) { return; }
    const wanted = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
    if (wanted) {
      event.preventDefault();
      wanted.click();
    }
  });

  showOrganization();
  showIdentity();
  document.querySelector(".errors")?.focus();
})();
