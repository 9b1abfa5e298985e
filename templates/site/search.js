// Searches the index that search-index.js holds. Builds its results as text, so nothing in the corpus can become markup.
"use strict";

const LIMIT = 100;
const field = document.getElementById(":q");
const list = document.getElementById(":results");
const found = document.getElementById(":found");
const documents = searchIndex.map((it) => ({
  it,
  name: (it.n + " " + it.i).toLowerCase(),
  title: it.t.toLowerCase(),
  all: [it.n, it.i, it.t, it.k, it.p, it.x].join(" ").toLowerCase(),
}));

function words(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

// How well a document answers; 0 where a word is missing. A name counts more than a title, a title more than a text.
function score(entry, wanted) {
  let sum = 0;
  for (const word of wanted) {
    if (!entry.all.includes(word)) return 0;
    sum += 1;
    if (entry.title.includes(word)) sum += 10;
    if (entry.name.includes(word)) sum += 20;
    if (entry.name.split(/[\s:]/).includes(word)) sum += 50;
  }
  return sum;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}

// A text with the words that were searched in <mark>.
function marked(name, text, wanted) {
  const made = element(name);
  const low = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    let best = -1;
    let length = 0;
    for (const word of wanted) {
      const place = low.indexOf(word, at);
      if (place >= 0 && (best < 0 || place < best)) {
        best = place;
        length = word.length;
      }
    }
    if (best < 0) break;
    made.append(text.slice(at, best), element("mark", text.slice(best, best + length)));
    at = best + length;
  }
  made.append(text.slice(at));
  return made;
}

// The part of a text around the first word that was searched.
function excerpt(text, wanted) {
  const places = wanted.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, text.length) - 60);
  const start = from === 0 || from >= text.length ? 0 : text.indexOf(" ", from) + 1;
  const part = text.slice(start, start + 240);
  return (start > 0 ? "… " : "") + part + (start + 240 < text.length ? " …" : "");
}

function result(it, wanted) {
  const item = element("li");
  const link = marked("a", it.t && it.t !== it.n ? it.n + " " + it.t : it.n, wanted);
  link.href = it.h;
  item.append(link, element("p", it.k + " · " + it.p), marked("p", excerpt(it.x, wanted), wanted));
  return item;
}

function search() {
  const wanted = words(field.value);
  const ranked = wanted.length === 0 ? [] : documents
    .map((entry, place) => ({ it: entry.it, place, score: score(entry, wanted) }))
    .filter((entry) => entry.score > 0)
    .sort((one, other) => other.score - one.score || one.place - other.place);
  list.replaceChildren(...ranked.slice(0, LIMIT).map((entry) => result(entry.it, wanted)));
  const more = ranked.length > LIMIT ? ", of which the best " + LIMIT + " are shown" : "";
  found.textContent = wanted.length === 0 ? "" : ranked.length === 1 ? "1 result" : ranked.length + " results" + more;
}

field.value = new URLSearchParams(location.search).get("q") || "";
field.addEventListener("input", search);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", "?q=" + encodeURIComponent(field.value));
  search();
});
search();
field.focus();
