/// The sheet a picture is laid out on: a blank page of our own with a strip that says what, where
/// and when, the untouched picture below, and the red box drawn over it. Nothing is ever drawn
/// into the audited page itself.
enum SheetScripts {
  /// Arguments: one object with picture, scale, lines, box, label. Answers with the strip's
  /// height, the whole height and how many colours a sample of the picture has.
  static let layOut = """
    const [sheet] = arguments, done = arguments[arguments.length - 1];
    const make = (name, style, text) => {
      const one = document.createElement(name);
      one.style.cssText = style;
      if (text) one.textContent = text;
      return one;
    };
    const font = "font-family:'Noto Sans CJK SC','Noto Sans SC',sans-serif;";
    document.documentElement.style.cssText = 'margin:0;background:#fff;overflow:hidden';
    document.body.replaceChildren();
    document.body.style.cssText = 'margin:0;position:relative;width:' + sheet.width + 'px';
    const strip = make('div', font + 'box-sizing:border-box;padding:9px 16px 10px;color:#1c2733;' +
      'background:#f1f4f7;border-bottom:2px solid #9aa7b4;font-size:14px;line-height:21px;');
    for (const [name, words] of sheet.lines) {
      const line = make('div', 'display:flex');
      line.append(make('span', 'flex:0 0 76px;color:#5b6b7b', name));
      line.append(make('span', 'flex:1;word-break:break-all;max-height:42px;overflow:hidden', words));
      strip.append(line);
    }
    document.body.append(strip);
    const picture = make('img', 'display:block');
    picture.src = 'data:image/png;base64,' + sheet.picture;
    picture.decode().then(() => {
      document.body.append(picture);
      const top = Math.ceil(strip.getBoundingClientRect().height);
      strip.style.height = top + 'px';
      if (sheet.box) {
        const pad = 4, b = sheet.box;
        const x = Math.max(b.x - pad, 2), y = Math.max(b.y - pad, 2) + top;
        const right = Math.min(b.x + b.width + pad, sheet.width - 2);
        const bottom = Math.min(b.y + b.height + pad, picture.naturalHeight - 2) + top;
        document.body.append(make('div', 'position:absolute;box-sizing:border-box;left:' + x +
          'px;top:' + y + 'px;width:' + (right - x) + 'px;height:' + (bottom - y) +
          'px;border:3px solid #d81e06;border-radius:3px;box-shadow:0 0 0 2px rgba(255,255,255,.9),' +
          'inset 0 0 0 1px rgba(255,255,255,.7)'));
        if (sheet.label) {
          const tag = make('div', font + 'position:absolute;white-space:nowrap;padding:0 7px;' +
            'font-size:13px;line-height:22px;font-weight:700;color:#fff;background:#d81e06;' +
            'border-radius:3px;box-shadow:0 0 0 2px rgba(255,255,255,.9)', sheet.label);
          document.body.append(tag);
          const wide = tag.getBoundingClientRect().width;
          // Beside the box where there is room, so that the neighbouring lines stay readable.
          const beside = x - wide - 6 >= 2, above = y - top >= 26;
          tag.style.left = (beside ? x - wide - 6 :
            Math.max(2, Math.min(x, sheet.width - wide - 4))) + 'px';
          tag.style.top = (beside ? y + Math.min(Math.max((bottom - y - 22) / 2, 0), 8) :
            above ? y - 25 : bottom + 3) + 'px';
        }
      }
      const canvas = document.createElement('canvas'), side = 96;
      canvas.width = canvas.height = side;
      const pen = canvas.getContext('2d');
      pen.drawImage(picture, 0, 0, side, side);
      const dots = new Uint32Array(pen.getImageData(0, 0, side, side).data.buffer);
      done({top, height: top + picture.naturalHeight, colours: new Set(dots).size});
    }).catch(error => done({error: String(error)}));
    """
}
