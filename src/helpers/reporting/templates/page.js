(() => {
  "use strict";
  const number = (text) => {
    const found = /^[<>≤≥]?\s*(-?[\d,]+(?:\.\d+)?)/.exec(text.trim());
    return found ? Number(found[1].replaceAll(",", "")) : NaN;
  };
  const compare = (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return Number.isNaN(x) ? a.localeCompare(b, "ko") : x - y;
  };
  const sort = (head, column) => {
    const body = head.closest("table").tBodies[0];
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const text = (row) => row.cells[column]?.textContent ?? "";
    const rows = [...body.rows].sort((a, b) => compare(text(a), text(b)) * (down ? -1 : 1));
    body.append(...rows);
  };
  for (const table of document.querySelectorAll("table.data:not(.plain)")) {
    if (!table.tHead || table.tBodies[0].rows.length < 3) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.tagName !== "TH") return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, column));
      head.append(button);
    });
  }
  const copier = (text, label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "복사";
    button.setAttribute("aria-label", `${label} 복사`);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text());
        button.textContent = "복사함";
      } catch {
        button.textContent = "복사하지 못함";
      }
      setTimeout(() => { button.textContent = "복사"; }, 2000);
    });
    return button;
  };
  for (const citation of document.querySelectorAll(".citation")) {
    citation.after(" ", copier(() => citation.textContent, "인용문"));
  }
  for (const reference of document.querySelectorAll("a.ref")) {
    const caption = reference.parentElement;
    const words = caption.textContent.trim();
    caption.append(" ", copier(() => `${words} (${document.title}, ${reference.hash})`, reference.textContent));
  }
  const field = (cell) => {
    const text = cell.textContent.trim();
    const safe = /^[=+@-]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const save = (table, name) => {
    const lines = [...table.rows].map((row) => [...row.cells].map(field).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\uFEFF", lines.join("\r\n"), "\r\n"], { type: "text/csv" }));
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  for (const table of document.querySelectorAll(".table[id] table.data")) {
    if (!table.caption || table.tBodies[0].querySelector("[colspan]")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy save";
    button.textContent = "CSV 저장";
    button.setAttribute("aria-label", `${table.caption.querySelector(".ref")?.textContent ?? "표"} CSV로 저장`);
    button.addEventListener("click", () => save(table, table.closest(".table").id.slice(4)));
    table.caption.append(" ", button);
  }
  const list = document.querySelector(".studies");
  const studies = [...(list?.querySelectorAll(".study") ?? [])];
  if (studies.length > 1) {
    const labelled = (words, control) => {
      const label = document.createElement("label");
      label.append(words, " ", control);
      return label;
    };
    const words = Object.assign(document.createElement("input"), { type: "search" });
    const order = document.createElement("select");
    for (const name of ["이름순", "새 기사부터", "옛 기사부터"]) order.append(new Option(name));
    const count = Object.assign(document.createElement("p"), { className: "note", role: "status" });
    const show = () => {
      const wanted = words.value.trim().toLowerCase().split(/\s+/);
      for (const study of studies) {
        const text = study.textContent.toLowerCase();
        study.hidden = !wanted.every((word) => text.includes(word));
      }
      const day = (study) => study.dataset.date;
      const later = { 1: (a, b) => day(b).localeCompare(day(a)), 2: (a, b) => day(a).localeCompare(day(b)) };
      list.append(...[...studies].sort(later[order.selectedIndex] ?? (() => 0)));
      const left = studies.filter((study) => !study.hidden).length;
      count.textContent = `연구 ${studies.length}개 가운데 ${left}개`;
    };
    words.addEventListener("input", show);
    order.addEventListener("change", show);
    const bar = Object.assign(document.createElement("div"), { className: "finder" });
    bar.append(labelled("찾기", words), labelled("차례", order), count);
    list.before(bar);
    show();
  }
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
  const contents = document.querySelector(".contents");
  const places = [...document.querySelectorAll(".contents a")].map((link) => [link, document.querySelector(link.hash)]);
  const follow = () => {
    const here = places.findLast(([, place]) => place.getBoundingClientRect().top < 200)?.[0];
    for (const [link] of places) link.ariaCurrent = link === here ? "location" : null;
    if (here) contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
  };
  if (contents) addEventListener("scroll", follow, { passive: true });
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".kwic details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });
})();
