/// What is run inside a page: it only looks and scrolls, it changes nothing that is shown.
enum PageScripts {
  /// Scrolls down in steps so that pictures loaded on sight are loaded, waits for pictures, and
  /// returns to the top. Arguments: height to go to, milliseconds allowed.
  static let scroll = """
    const limit = arguments[0], budget = arguments[1], done = arguments[arguments.length - 1];
    const start = performance.now(), root = document.scrollingElement || document.documentElement;
    const late = () => performance.now() - start > budget;
    let y = 0;
    const pictures = () => {
      const waiting = Array.from(document.images).some(one => !one.complete &&
        one.getBoundingClientRect().top < limit);
      if (waiting && !late()) { setTimeout(pictures, 100); return; }
      window.scrollTo(0, 0);
      setTimeout(() => done(!waiting), 150);
    };
    const step = () => {
      if (y >= Math.min(root.scrollHeight, limit) || late()) { pictures(); return; }
      window.scrollTo(0, y);
      y += 700;
      setTimeout(step, 50);
    };
    step();
    """

  /// Waits until the document has stopped growing. Argument: milliseconds allowed.
  static let settle = """
    const budget = arguments[0], done = arguments[arguments.length - 1];
    const start = performance.now();
    let last = -1, since = performance.now();
    const look = () => {
      const now = performance.now(), size = document.getElementsByTagName('*').length +
        (document.body ? document.body.textContent.length : 0);
      if (size !== last) { last = size; since = now; }
      const quiet = document.readyState === 'complete' && now - since >= 500;
      if (quiet || now - start > budget) { done(quiet); return; }
      setTimeout(look, 100);
    };
    look();
    """

  /// Size, title and amount of text.
  static let measure = """
    const root = document.documentElement, body = document.body;
    const loads = performance.getEntriesByType('navigation');
    const tall = [root.scrollHeight, body ? body.scrollHeight : 0];
    return {
      title: String(document.title).slice(0, 300), url: String(location.href).slice(0, 4000),
      width: Math.max(root.clientWidth, 1), height: Math.max(...tall, 1),
      text: body ? body.innerText.trim().length : 0, status: loads.length ? loads[0].responseStatus || 0 : 0
    };
    """

  /// The document as it is now. Argument: characters allowed.
  static let serialise = """
    const type = document.doctype ? '<!DOCTYPE html>' : '';
    return (type + document.documentElement.outerHTML).slice(0, arguments[0]);
    """

  /// Finds the element again. Arguments: XPath, text, link address.
  ///
  /// A path counts only when the element still says what it said, because a page may have changed
  /// since it was read. HTML's `tbody`, which the reading parser may not have put in, is tried too.
  static let locate = """
    const [path, text, link] = arguments;
    const plain = one => (one || '').replace(/\\s+/g, '');
    const wanted = plain(text);
    const says = one => {
      const words = plain(one.textContent) || plain(one.alt || one.title || one.value);
      return words === wanted || (wanted.length >= 2 && words.includes(wanted)) ||
        (words.length >= 6 && wanted.startsWith(words));
    };
    const points = one => !!link && [one.href, one.src, one.getAttribute && one.getAttribute('href'),
      one.getAttribute && one.getAttribute('src')].includes(link);
    const byPath = one => {
      try {
        return document.evaluate(one, document, null,
          XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
      } catch (_) { return null; }
    };
    const element = one => one && one.nodeType !== 1 ? one.parentElement : one;
    const agrees = one => one && (points(one) || (wanted ? says(one) : !link));
    const area = one => {
      for (let i = 0; one && i < 4 && one !== document.body; i++, one = one.parentElement) {
        const r = one.getBoundingClientRect(), style = getComputedStyle(one);
        if (r.width >= 2 && r.height >= 2 && style.visibility !== 'hidden') return [one, r];
      }
      return null;
    };
    const answer = (one, match) => {
      const found = area(one);
      if (!found) return null;
      found[0].scrollIntoView({block: 'center', behavior: 'instant'});
      const r = found[0].getBoundingClientRect();
      const top = document.elementFromPoint(
        r.left + Math.min(r.width / 2, 600), r.top + Math.min(r.height / 2, 300));
      let cover = top && !found[0].contains(top) && !top.contains(found[0]) ? top : null;
      while (cover && getComputedStyle(cover).position !== 'fixed') cover = cover.parentElement;
      const c = cover && cover.getBoundingClientRect();
      const covered = !!c && c.width * c.height > innerWidth * innerHeight / 5;
      const box = {x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height};
      window.scrollTo(0, 0);
      return Object.assign(box, {match, covered});
    };
    const tries = path ? [path, path.replace(/(\\/table(?:\\[\\d+\\])?)(\\/tr)/g, '$1/tbody$2')] : [];
    for (const one of tries) {
      const node = element(byPath(one));
      if (agrees(node)) { const a = answer(node, 'path'); if (a) return a; }
    }
    const all = Array.from(document.querySelectorAll('a,area,img,iframe')).slice(0, 50000);
    const same = all.filter(points);
    for (const one of same.filter(o => wanted && says(o)).concat(same)) {
      const a = answer(one, 'link');
      if (a) return a;
    }
    if (wanted.length < 2) return null;
    let best = null;
    for (const one of Array.from(document.querySelectorAll('body *')).slice(0, 50000)) {
      if (one.childElementCount > 8 || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(one.tagName)) continue;
      if (plain(one.textContent) === wanted && area(one) && (!best || best.contains(one))) best = one;
    }
    return best ? answer(best, 'text') : null;
    """
}
