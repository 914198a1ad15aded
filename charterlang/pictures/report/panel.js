(() => {
  const { closure, list, steps } = power;
  const data = JSON.parse(document.getElementById("power").textContent);
  const form = document.getElementById("parties");
  const outcome = document.getElementById("outcome");

  data.systems.forEach(power.prepare);

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
