// Laid under a page of the exam room: posts are dropped, lose their answers, are delayed and doubled by a seed, and the
// browser's clock is wrong. Only the page's own fetch is touched: everything else is the application's.
(() => {
  const { seed, trouble, clock } = CONFIG;
  const real = window.fetch.bind(window);
  const now = Date.now;
  window.chaosClock = clock;
  Date.now = () => now() + window.chaosClock;

  const chance = () => { // mulberry32; goes on where the page before left it
    let state = (Number(sessionStorage.getItem('chaos') ?? seed) + 0x6d2b79f5) | 0;
    sessionStorage.setItem('chaos', state);
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
  };
  const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

  window.fetch = async (address, options) => {
    if (options?.method !== 'POST' || chance() > trouble) return real(address, options);
    switch (Math.floor(chance() * 4)) {
      case 0:
        throw new TypeError('it never left');
      case 1:
        await real(address, options);
        throw new TypeError('the answer was lost');
      case 2:
        await wait(chance() * 1500);
        return real(address, options);
      default:
        wait(chance() * 2000).then(() => real(address, { ...options, signal: undefined })).catch(() => {});
        return real(address, options);
    }
  };
})();
