/** The wire to the phone's own program: one socket is one call, and closing it hangs up. */
export class Line {
  #socket;
  #told = false;

  /** @param {{token: string, to: string, from: string, moment: ?string, onNews: Function, onProblem: Function}} call */
  constructor({ token, to, from, moment, onNews, onProblem }) {
    const url = new URL(`/call?token=${encodeURIComponent(token)}`, location.href);
    url.protocol = 'ws:';
    this.#socket = new WebSocket(url);
    this.#socket.addEventListener('open', () => this.#send({ type: 'dial', to, from, moment }));
    this.#socket.addEventListener('message', event => {
      const news = JSON.parse(event.data);
      this.#told = Boolean(news.refused || news.ending);
      if (news.refused) onProblem(news.refused);
      else onNews(news);
    });
    this.#socket.addEventListener('close', () => {
      if (!this.#told) onProblem('The line broke: does the phone\u2019s program still run? Reload the page if it was started anew.');
      this.#told = true;
    });
  }

  key(key, { waited, heardOut }) {
    this.#send({ type: 'key', key, waited, heardOut });
  }

  silence(turn) {
    this.#send({ type: 'silence', turn });
  }

  hangUp({ waited, heardOut }) {
    this.#send({ type: 'hangUp', waited, heardOut });
  }

  #send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
