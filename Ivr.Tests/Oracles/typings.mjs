// What the official SDK's typings say about voice TwiML: which verb stands where, its attributes and their values.
// The file is generated and regular, so that a few patterns read it; one that finds nothing is an error, never an empty list.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const path = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');
const source = readFileSync(path, 'utf8');

/** Attributes of every element, by its class: Map<class, Map<attribute, type>>. */
const attributes = new Map(
  [...source.matchAll(/interface (\w+)Attributes \{(.*?)\n {4}\}/gs)].map(([, name, body]) => [
    name,
    new Map([...body.matchAll(/^ {8}"?([\w:-]+)"?\?: (.+);$/gm)].map(([, attribute, type]) => [attribute, type])),
  ]));

/** Children of every element: Map<class, Map<tag in lower case without dashes, {method, child, hasText}>>. */
const children = new Map(
  [...source.matchAll(/class (\w+) extends TwiML \{(.*?)\n {0,4}\}/gs)].map(([, name, body]) => [
    name,
    new Map([...body.matchAll(/^ +(\w+)\((.*)\): VoiceResponse\.(\w+);$/gm)].map(([, method, parameters, child]) => [
      method.toLowerCase(),
      { method, child, hasText: /(^|, )(?!attributes)\w+\??: string/.test(parameters) },
    ])),
  ]));

/** The values of an enumeration, in the order of the typings. */
export function union(name) {
  const line = source.match(new RegExp(`^ {4}type ${name} = (.+);$`, 'm'));
  if (!line) throw new Error(`the typings have no type ${name}`);
  return [...line[1].matchAll(/"([^"]*)"/g)].map(([, value]) => value);
}

/** How an element makes a child of this tag: {method, child, hasText}. */
export function childOf(parent, tag) {
  const found = children.get(parent)?.get(tag.replaceAll('-', '').toLowerCase());
  if (!found) throw new Error(`<${tag}> is not known inside ${parent}`);
  return found;
}

/** The names of the attributes that an element may have. */
export function attributesOf(element) {
  return [...(attributes.get(element)?.keys() ?? [])];
}

/** An attribute's value, read as the typings say. */
export function valueOf(element, attribute, text) {
  const type = attributes.get(element)?.get(attribute);
  if (!type) throw new Error(`${element} has no attribute ${attribute}`);
  return read(type, text, `${element} ${attribute}="${text}"`);
}

function read(type, text, where) {
  const wrong = () => new Error(`${where} is not of type ${type}`);
  switch (type) {
    case 'string':
      return text;
    case 'number':
      if (!/^\d+$/.test(text)) throw wrong();
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrong();
      return text === 'true';
    case 'object':
      throw wrong();
  }
  if (type.endsWith('[]')) return text.split(' ').map((part) => read(type.slice(0, -2), part, where));
  if (!union(type).includes(text)) throw wrong();
  return text;
}
