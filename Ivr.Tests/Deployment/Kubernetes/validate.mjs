// Compares manifests with the schemas of Kubernetes. Prints a line for each document: its kind, and its mistake if it has one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { loadAll } = require("js-yaml");

for (const file of process.argv.slice(2)) {
  for (const document of loadAll(readFileSync(file, "utf8"))) {
    const models = require(`kubernetes-models/${document.apiVersion}`);
    console.log(`${document.kind} ${mistakeOf(new models[document.kind](document))}`.trim());
  }
}

function mistakeOf(model) {
  try {
    model.validate();
    return "";
  } catch (mistake) {
    return mistake.message;
  }
}
