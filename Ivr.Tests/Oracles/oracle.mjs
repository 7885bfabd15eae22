// Answers questions about the official Twilio SDK. One JSON object a line on standard input, one a line on standard output:
//   {"id":1,"op":"sign","token":"...","url":"...","params":{}}  ->  {"id":1,"result":"..."}  or  {"id":1,"error":"..."}
// Ends when standard input does.
import { createInterface } from 'node:readline';
import twilio from 'twilio';

const operations = {
  sign: ({ token, url, params }) => twilio.getExpectedTwilioSignature(token, url, params ?? {}),
  validate: ({ token, url, params, signature }) => twilio.validateRequest(token, signature, url, params ?? {}),
};

function answer({ id, op, ...question }) {
  try {
    const operation = operations[op];
    if (!operation) throw new Error(`there is no operation ${op}`);
    return { id, result: operation(question) };
  } catch (error) {
    return { id, error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
