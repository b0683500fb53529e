/** File names of pictures from cameras and screenshots: `IMG 2041`, `Screen Shot 2014-02-27 at 14.42.08`. */
const CAMERA =
  /^(?:img|dsc[nf]?|pxl|image|photo|picture|screenshot|screen shot|capture|untitled|bild|bildschirmfoto|captura de (?:pantalla|tela)|capture d[’']écran)[\s_-]*(?:de |du |em |um )?\d[\d\s_.-]*(?:(?:at|um|à|a las|às) \d[\d\s._-]*(?:[ap]\.?m\.?)?)?$/i;

/** Words without spaces, as only a file has them: `GateOverview`, `Gatesbeforethestorm`. */
const RUN_TOGETHER = /^(?=\w{10})\p{Lu}?\p{Ll}{2,}(?:\p{Lu}\p{Ll}{2,}){1,4}\d{0,2}$|^[A-Za-z]{17,}\d{0,2}$/u;

/** What editors and templates fill in, and words that only say that there is a picture, or where it stands. */
const PLACEHOLDER =
  /^(?:(?:alt|alternat(?:e|ive)) ?(?:text|description)?(?: here)?|(?:the |an? |header |hero |cover |featured )?(?:image|img|picture|pic|photo|photograph|figure|fig|thumb|thumbnail|post thumbnail)(?: \| (?:left|right|center))?|center|centre|left|right|description|title|caption|screenshot|screen ?shot|screen ?cap(?:ture)?|untitled|bild|foto|abbildung|imagem?|imagen|immagine|figura|captura(?: de pantalla| de tela)?|capture(?: d[’']écran)?|изображение|картинка|фото|скриншот|png|jpe?g|gif|svg|webp|plot of chunk \S+|unnamed-chunk-\d+(?:-\d+)?|图片|圖片|截图|画像|図|이미지|사진|[.…·*_-]+|(?:w|h|width|height):\d\S*)[.:!]?$/iu;

/** What is doubtful about an alt text, as a finding says it; `undefined` if it may describe its picture. */
export function altTrap(
  alt: string,
  path: string,
): { readonly code: 'alt-is-file-name' | 'alt-says-nothing'; readonly message: string } | undefined {
  const name = path.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  const words = alt.trim();
  if (words === '') return undefined;
  // `image1` of an editor’s numbering, where the file has another name.
  if (CAMERA.test(words) && !name.toLowerCase().startsWith(words.toLowerCase()))
    return {
      code: 'alt-is-file-name',
      message: `the alt text “${words}” is a name that a camera or an editor gives, and says nothing of the picture; say what it shows`,
    };
  if (repeatsFile(words, name))
    return {
      code: 'alt-is-file-name',
      message: 'the alt text only repeats the file’s name; say what the picture shows',
    };
  if (!PLACEHOLDER.test(words)) return undefined;
  return {
    code: 'alt-says-nothing',
    message: `the alt text “${words}” says nothing of the picture; say what it shows`,
  };
}

/** Words that are also the file's name still describe the picture; a name with an extension or signs does not. */
function repeatsFile(alt: string, name: string): boolean {
  if (/^[\w-]+\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(alt) || CAMERA.test(alt)) return true;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
  const file = name.replace(/\.[^.]+$/, '');
  if (/[_-]|\d{3}/.test(alt) && !/\s/.test(alt)) return plain(alt) === plain(file);
  return alt === file && RUN_TOGETHER.test(alt);
}
