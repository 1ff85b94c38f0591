"use strict";
// The panel of a source page: what was read at the selected place. Text from documents only ever becomes text nodes.
(function () {
  const store = document.getElementById("data");
  const panel = document.getElementById("panel");
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  if (!store || !panel) return;
  const data = JSON.parse(store.textContent);
  const detail = document.getElementById("detail");
  const kind = document.getElementById("kind");
  const hint = detail.firstElementChild;
  const marked = [...document.querySelectorAll("#text a[data-i]")].map((e) => e.dataset.i.split(" ")[0]);
  const order = [...new Set(marked)].filter((name) => data.items[name]);
  const place = new Map(order.map((name, i) => [name, i]));
  let selected = null;

  function make(tag, text, attributes) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    return element;
  }

  function link(address, text) {
    return address ? make("a", text, { href: address, lang: "zh" }) : make("span", text, { lang: "zh" });
  }

  function rows(words, more) {
    const list = make("dl", "", { class: "rows" });
    const add = (label, text) => {
      const row = make("div");
      row.append(make("dt", label), make("dd", text, { lang: "zh" }));
      list.append(row);
    };
    for (let i = 0; i < words.length; i += 2) add(data.words[words[i]], data.words[words[i + 1]]);
    for (const [label, text] of more || []) if (text) add(label, text);
    return list;
  }

  function corners(boxes) {
    return (boxes || []).map((b) => "p. " + b[0] + ": " + b[1] + ", " + b[2] + " to " + b[3] + ", " + b[4]).join("; ");
  }

  function picture(page, boxes) {
    const known = data.pages[page];
    if (!known) return make("p", "There is no picture of page " + page + ".", { class: "hint" });
    const [width, height, label, address] = known;
    const figure = make("figure", "", { class: "sheet" });
    const words = "Page " + page + (label && label !== String(page) ? " (printed " + label + ")" : "");
    const caption = make("figcaption", words + " ");
    const button = make("button", "Whole page", { type: "button" });
    const frame = make("div", "", { class: "frame", tabindex: "0", role: "group", "aria-label": "Picture of " + words });
    const sheet = make("div", "", { class: "paper" });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    svg.setAttribute("aria-hidden", "true");
    for (const [, x0, top, x1, bottom] of boxes) {
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const at = { x: x0 - 1.5, y: top - 1.5, width: x1 - x0 + 3, height: bottom - top + 3, rx: 1.5 };
      for (const [name, value] of Object.entries(at)) rect.setAttribute(name, value);
      svg.append(rect);
    }
    const image = make("img", "", { src: address, alt: words, width: Math.round(width), height: Math.round(height) });
    sheet.append(image, svg);
    frame.append(sheet);
    caption.append(button);
    figure.append(caption, frame);
    function centre() {
      if (!boxes.length) return;
      const [, x0, top, x1, bottom] = boxes[0];
      frame.scrollTop = ((top + bottom) / 2 / height) * sheet.clientHeight - frame.clientHeight / 2;
      frame.scrollLeft = ((x0 + x1) / 2 / width) * sheet.clientWidth - frame.clientWidth / 2;
    }
    button.addEventListener("click", () => {
      const whole = figure.classList.toggle("whole");
      button.textContent = whole ? "Larger" : "Whole page";
      centre();
    });
    image.addEventListener("load", centre);
    image.addEventListener("error", () => figure.replaceWith(make("p", "The picture of page " + page + " is not here.")));
    figure.centre = centre;
    return figure;
  }

  function pictures(item) {
    const pages = [...new Set((item.b || []).map((box) => box[0]))];
    return pages.map((page) => picture(page, item.b.filter((box) => box[0] === page)));
  }

  function statements(list, name) {
    const out = make("ul", "", { class: "statements" });
    for (const [address, words, source, agreement] of list) {
      const entry = make("li", "", { class: agreement.split(/[ ;]/)[0] });
      const here = address && address.endsWith("#" + name);
      entry.append(here ? make("b", words, { lang: "zh" }) : link(address, words), " ");
      entry.append(make("span", source, { lang: "zh" }), " ", make("i", agreement + (here ? ", this one" : "")));
      out.append(entry);
    }
    return out;
  }

  function drawn(figures) {
    const out = make("ul");
    for (const [address, title] of figures) {
      const entry = make("li");
      entry.append(link(address, title));
      out.append(entry);
    }
    return out;
  }

  function section(title, ...content) {
    const out = make("section");
    out.append(make("h3", title), ...content);
    return out;
  }

  function neighbours(name) {
    const first = document.querySelector('#text [data-i~="' + CSS.escape(name) + '"]');
    return first ? first.dataset.i.split(" ").filter((other) => other !== name && data.items[other]) : [];
  }

  function show(name) {
    const item = data.items[name];
    const parts = [make("h2", item.t, { lang: "zh" }), ...pictures(item),
      rows(item.r, [["Boxes, points", corners(item.b)], ["Id", name]])];
    const others = neighbours(name);
    if (others.length) {
      const list = make("ul");
      for (const other of others) {
        const entry = make("li", data.words[data.items[other].k] + " ");
        entry.append(link("#" + other, data.items[other].t));
        list.append(entry);
      }
      parts.push(section("Also read here", list));
    }
    const observation = data.observations[item.o];
    if (observation) {
      parts.push(section("Observation and its statements", statements(observation.m, name), rows(observation.r)));
      if (observation.f.length) parts.push(section("Drawn in", drawn(observation.f)));
    } else if (item.w !== undefined) {
      parts.push(section("In no observation", make("p", data.words[item.w])));
    }
    if (item.s) parts.push(section("States the same quantity", statements(item.s, name)));
    if (item.f && item.f.length) parts.push(section("Drawn in", drawn(item.f)));
    if (item.a) parts.push(section("Analyses that rest on it", drawn(item.a)));
    kind.textContent = data.words[item.k] + ": " + item.t;
    detail.replaceChildren(...parts);
    detail.scrollTop = 0;
    panel.classList.add("open");
    document.body.classList.add("reading");
    detail.querySelectorAll(".sheet").forEach((figure) => figure.centre());
  }

  function select(name) {
    document.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    selected = name;
    show(name);
    const here = [...document.querySelectorAll('#text [data-i~="' + CSS.escape(name) + '"]')];
    here.forEach((e) => e.classList.add("chosen"));
    const folded = here.length && here[0].closest("details");
    if (folded) folded.open = true;
    const bring = () => here.length && selected === name && here[0].scrollIntoView({ block: innerWidth < 900 ? "start" : "center" });
    bring();
    if (document.readyState !== "complete") addEventListener("load", () => setTimeout(bring), { once: true });
  }

  function close() {
    document.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    panel.classList.remove("open");
    document.body.classList.remove("reading");
    detail.replaceChildren(hint);
    kind.textContent = "";
    history.replaceState(null, "", location.pathname + location.search);
    const back = selected && document.querySelector('#text a[data-i~="' + CSS.escape(selected) + '"]');
    if (back) back.focus({ preventScroll: true });
    selected = null;
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (data.items[name]) return select(name);
    const page = /^page-(\d+)$/.exec(name);
    if (!page || !data.pages[page[1]]) return undefined;
    kind.textContent = "Page";
    detail.replaceChildren(picture(page[1], []));
    panel.classList.add("open");
    document.body.classList.add("reading");
    return undefined;
  }

  function step(by) {
    const at = selected === null ? (by > 0 ? -1 : order.length) : place.get(selected);
    const next = order[at + by];
    if (next) location.hash = next;
  }

  document.getElementById("before").addEventListener("click", () => step(-1));
  document.getElementById("after").addEventListener("click", () => step(1));
  document.getElementById("close").addEventListener("click", close);
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("open")) close();
  });
  // The same place once more: the address does not change, so tell it here.
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest && event.target.closest('a[href^="#"]');
    if (anchor && anchor.getAttribute("href") === location.hash) follow();
  });
  follow();
})();
