// The book's search: sections are indexed when somebody first asks. "/" goes to the field, arrows choose, Enter opens, Escape closes.
(() => {
  const asked = document.getElementById("asked"), found = document.getElementById("found");
  document.querySelector("main").id = "content";
  let index, chosen = -1;

  const ready = () => index ? Promise.resolve() : new Promise((done, failed) => {
    if (window.workbookSections) return done();
    const script = document.createElement("script");
    script.src = "assets/sections.js";
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }).then(() => {
    if (index) return;
    index = new MiniSearch({ fields: ["title", "chapter", "text"], storeFields: ["page", "anchor", "chapter", "title", "text"] });
    index.addAll(window.workbookSections);
  });

  const escaped = text => text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);

  // A hundred letters around the first word that was found, the words marked.
  const excerpt = ({ text, terms }) => {
    const words = new RegExp(`(${terms.map(term => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i");
    const at = Math.max(0, text.search(words) - 40);
    const part = (at > 0 ? "…" : "") + text.slice(at, at + 120) + (at + 120 < text.length ? "…" : "");
    return part.split(words).map((piece, i) => i % 2 ? `<mark>${escaped(piece)}</mark>` : escaped(piece)).join("");
  };

  const choose = to => {
    const items = [...found.querySelectorAll("[role=option]")];
    if (!items.length) return;
    chosen = (to + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", i === chosen));
    asked.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    found.hidden = true;
    asked.setAttribute("aria-expanded", false);
    asked.removeAttribute("aria-activedescendant");
    chosen = -1;
  };

  const search = async () => {
    const words = asked.value.trim();
    if (!words) return close();
    await ready();
    if (words !== asked.value.trim()) return;
    const hits = index.search(words, { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { title: 4, chapter: 2 } }).slice(0, 12);
    found.innerHTML = hits.map((hit, i) => `<li role="option" id="hit-${i}" aria-selected="false"><a tabindex="-1" href="${hit.page}#${hit.anchor}">`
      + `<b>${escaped(hit.title)}</b><small>${escaped(hit.chapter)}</small><small>${excerpt(hit)}</small></a></li>`).join("")
      || `<li class="none">Nothing was found.</li>`;
    found.hidden = false;
    asked.setAttribute("aria-expanded", true);
    chosen = -1;
  };

  asked.addEventListener("input", search);
  asked.addEventListener("focus", () => asked.value && search());
  asked.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && !found.hidden) found.querySelectorAll("[role=option] a")[Math.max(0, chosen)]?.click();
    else return;
    event.preventDefault();
  });
  found.addEventListener("click", event => event.target.closest("a") && close());
  document.addEventListener("click", event => event.target.closest(".search") || close());
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    asked.focus();
  });
})();
