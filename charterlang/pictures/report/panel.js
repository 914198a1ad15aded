"use strict";
(() => {
  const data = JSON.parse(document.getElementById("power").textContent);
  const form = document.getElementById("parties");
  const outcome = document.getElementById("outcome");

  // Who reads each proposition, so that a closure touches nothing it does not reach.
  for (const system of data.systems) {
    system.readers = Array.from({ length: system.size }, () => []);
    for (let gate = 0; gate < system.heads.length; gate += 1) {
      for (let at = system.start[gate]; at < system.start[gate + 1]; at += 1) {
        system.readers[system.inputs[at]].push([gate, system.weights[at]]);
      }
    }
  }

  // The least set that holds the assumptions and is closed under the gates: unit propagation with counters.
  const closure = (system, assumed) => {
    const missing = system.needs.slice();
    const place = new Map();
    const order = [];
    const cause = [];
    const derive = (proposition, gate) => {
      if (!place.has(proposition)) {
        place.set(proposition, order.length);
        order.push(proposition);
        cause.push(gate);
      }
    };
    for (const proposition of assumed) derive(proposition, -1);
    system.needs.forEach((need, gate) => { if (need <= 0) derive(system.heads[gate], gate); });
    for (let next = 0; next < order.length; next += 1) {
      for (const [gate, weight] of system.readers[order[next]]) {
        missing[gate] -= weight;
        if (missing[gate] <= 0) derive(system.heads[gate], gate);
      }
    }
    return { place, cause };
  };

  const list = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;

  // The sentences of the gates a goal rests on, in the order in which they were derived.
  const steps = (system, found, goal) => {
    const used = new Set([goal]);
    const queue = [goal];
    while (queue.length) {
      const proposition = queue.pop();
      const gate = found.cause[found.place.get(proposition)];
      if (gate < 0) continue;
      const before = found.place.get(proposition);
      for (let at = system.start[gate]; at < system.start[gate + 1]; at += 1) {
        const input = system.inputs[at];
        if (found.place.has(input) && found.place.get(input) < before && !used.has(input)) {
          used.add(input);
          queue.push(input);
        }
      }
    }
    const told = [];
    for (const proposition of [...used].sort((a, b) => found.place.get(a) - found.place.get(b))) {
      const gate = found.cause[found.place.get(proposition)];
      const tell = gate < 0 ? "" : system.tell[gate];
      if (!tell) continue;
      let text = tell;
      if (typeof tell === "object") {
        const who = [];
        for (let at = system.start[gate]; at < system.start[gate + 1]; at += 1) {
          const input = system.inputs[at];
          if (found.place.has(input) && found.place.get(input) < found.place.get(proposition)) who.push(tell.parts[at - system.start[gate]]);
        }
        text = `${list(who)}: enough ${tell.of}`;
      }
      if (!told.includes(text)) told.push(text);
    }
    return told;
  };

  const element = (name, words, kind) => {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    if (kind) made.className = kind;
    return made;
  };

  // --- the form ---

  const controls = new Map();
  const groups = new Map();
  data.parties.forEach((party, number) => {
    if (!groups.has(party.under)) {
      const set = element("fieldset");
      set.append(element("legend", party.under || "Parties"));
      groups.set(party.under, set);
    }
    const row = element("div", "", "party");
    const box = element("input");
    box.type = "checkbox";
    box.id = `party-${number}`;
    const label = element("label", party.label);
    label.htmlFor = box.id;
    row.append(box, label);
    let much = null;
    if (party.choices.length > 1) {
      much = element("select");
      much.setAttribute("aria-label", `How much of ${party.label}`);
      party.choices.forEach((choice, place) => {
        const option = element("option", choice.words === "majority" ? "a majority" : choice.words || "taking part");
        option.value = String(place);
        much.append(option);
      });
      much.addEventListener("change", () => { box.checked = true; });
      row.append(much);
    } else if (party.choices[0].words) {
      label.textContent = `${party.label} (${party.choices[0].words})`;
    }
    groups.get(party.under).append(row);
    controls.set(party.key, { box, much, party });
  });
  for (const set of groups.values()) form.append(set);
  const clear = element("button", "Count nobody in");
  clear.type = "reset";
  form.append(clear);

  // --- the answer ---

  const chosen = () => [...controls.values()].filter(({ box }) => box.checked).map(({ party, much }) => {
    const choice = party.choices[much ? Number(much.value) : 0];
    const words = choice.words ? `${choice.words === "majority" ? "a majority" : choice.words} of ${party.label}` : party.label;
    return { choice, words };
  });

  const show = () => {
    const together = chosen();
    const assumed = data.systems.map((_, number) => together.flatMap(({ choice }) => choice.leaves[number]));
    const whole = data.systems.map((system, number) => closure(system, assumed[number]));
    // a breach by outside parties counts the assumptions of those parties only
    const found = (goal) => goal.only
      ? closure(data.systems[goal.system], assumed[goal.system].filter((leaf) => goal.only.includes(leaf)))
      : whole[goal.system];
    const results = new Map(data.goals.map((goal) => [goal, found(goal)]));
    const broken = data.goals.filter((goal) => results.get(goal).place.has(goal.at));
    const fallen = new Set(broken.map((goal) => goal.protection));
    for (const row of document.querySelectorAll("tr[data-protection]")) row.classList.toggle("falls", fallen.has(row.dataset.protection));
    outcome.replaceChildren();
    if (!together.length) {
      const given = broken.length ? "Even if nobody acts, these stand open:" : "Nobody is counted in. Choose who acts together.";
      outcome.append(element("p", given));
      if (!broken.length) return;
    } else {
      outcome.append(element("h3", list(together.map(({ words }) => words))));
      const answer = broken.length ? (together.length > 1 ? "could, together:" : together[0].choice.words ? "could:" : "could, alone:") : `cannot break any of the ${data.goals.length} protections examined.`;
      outcome.append(element("p", answer, broken.length ? "broken" : ""));
    }
    const items = element("ul");
    for (const goal of broken) {
      const item = element("li");
      item.append(element("strong", goal.words), ` (${goal.value})`);
      const told = steps(data.systems[goal.system], results.get(goal), goal.at);
      if (told.length) {
        const more = element("details");
        more.append(element("summary", "How"));
        const ordered = element("ol");
        for (const text of told) ordered.append(element("li", text));
        more.append(ordered);
        item.append(more);
      }
      items.append(item);
    }
    if (broken.length) outcome.append(items);
  };

  form.addEventListener("change", show);
  form.addEventListener("reset", () => window.setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());

  for (const button of document.querySelectorAll("button.try")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      form.reset();
      for (const [party, strength] of JSON.parse(button.dataset.chosen)) {
        const key = strength === "joining" ? `outsiders ${party}` : strength === "sitting" ? `sitting ${party}` : party;
        const control = controls.get(key) || controls.get(party);
        if (!control) continue;
        control.box.checked = true;
        const place = control.party.choices.findIndex((choice) => choice.words === strength);
        if (control.much && place >= 0) control.much.value = String(place);
      }
      window.setTimeout(() => {
        show();
        document.getElementById("together").scrollIntoView();
        outcome.tabIndex = -1;
        outcome.focus({ preventScroll: true });
      });
    });
  }

  window.addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("main details")) each.open = true; });
  document.getElementById("panel").hidden = false;
  show();
})();
