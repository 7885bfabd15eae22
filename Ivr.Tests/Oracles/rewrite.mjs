// Takes a TwiML document apart and builds it again with the official SDK's own methods, verb by verb.
import { DOMParser } from '@xmldom/xmldom';
import twilio from 'twilio';
import { childOf, valueOf } from './typings.mjs';

const ELEMENT = 1;
const TEXT = [3, 4];

/** The same document as the official SDK writes it; what its typings do not know is refused. */
export function rewrite(twiml) {
  const root = parse(twiml).documentElement;
  if (root.nodeName !== 'Response') throw new Error(`the root is <${root.nodeName}>, not <Response>`);

  const response = new twilio.twiml.VoiceResponse();
  if (root.attributes.length > 0) throw new Error('VoiceResponse has no attributes');
  build(root, response, 'VoiceResponse', false);
  return response.toString();
}

function parse(twiml) {
  const onError = (level, message) => {
    throw new Error(`not XML (${level}): ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(twiml, 'text/xml');
}

function build(element, target, type, hasText) {
  const nodes = [...element.childNodes];
  const hasChildren = nodes.some((node) => node.nodeType === ELEMENT);
  for (const node of nodes) {
    if (node.nodeType === ELEMENT) {
      const { method, child, hasText: childHasText } = childOf(type, node.nodeName);
      const built = target[method](attributes(node, child));
      checkTag(node.nodeName, built);
      build(node, built, child, childHasText);
    } else if (TEXT.includes(node.nodeType)) {
      const isIndentation = node.data.trim() === '' && (hasChildren || !hasText);
      if (isIndentation) continue;
      if (!hasText) throw new Error(`${type} holds no text, but has "${node.data.trim()}"`);
      target.addText(node.data);
    } else {
      throw new Error(`${type} holds something that is neither an element nor text`);
    }
  }
}

// Tags are found by the SDK's methods, whose names have other capitals; Twilio itself tells capitals apart.
function checkTag(tag, built) {
  const official = built[built._propertyName].name;
  if (tag !== official) throw new Error(`<${tag}> is written <${official}>`);
}

function attributes(element, type) {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, valueOf(type, name, value)]));
}
