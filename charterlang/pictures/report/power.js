"use strict";
// What follows from some assumptions, and why: the fixpoint of threshold gates, without anything of the page.
const power = (() => {
  // Who reads each proposition, so that a closure touches nothing it does not reach.
  const prepare = (system) => {
    system.readers = Array.from({ length: system.size }, () => []);
    for (let gate = 0; gate < system.heads.length; gate += 1) {
      for (let at = system.start[gate]; at < system.start[gate + 1]; at += 1) {
        system.readers[system.inputs[at]].push([gate, system.weights[at]]);
      }
    }
  };

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

  // Those inputs of the gate that derived a proposition that held before it did.
  const reasons = (system, found, proposition) => {
    const place = found.place.get(proposition);
    const gate = found.cause[place];
    const held = [];
    if (gate < 0) return held;
    for (let at = system.start[gate]; at < system.start[gate + 1]; at += 1) {
      const input = system.inputs[at];
      if (found.place.has(input) && found.place.get(input) < place) held.push([input, at - system.start[gate]]);
    }
    return held;
  };

  // The sentences of the gates a goal rests on, in the order in which they were derived.
  const steps = (system, found, goal) => {
    const used = new Set([goal]);
    for (const proposition of used) {
      for (const [input] of reasons(system, found, proposition)) used.add(input);
    }
    const told = [];
    for (const proposition of [...used].sort((a, b) => found.place.get(a) - found.place.get(b))) {
      const gate = found.cause[found.place.get(proposition)];
      const tell = gate < 0 ? "" : system.tell[gate];
      if (!tell) continue;
      const text = typeof tell === "string"
        ? tell
        : `${list(reasons(system, found, proposition).map(([, place]) => tell.parts[place]))}: enough ${tell.of}`;
      if (!told.includes(text)) told.push(text);
    }
    return told;
  };

  return { closure, list, prepare, steps };
})();
