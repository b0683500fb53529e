/** How to convert a tag, or a pair of tags with its content. */
export type TagUse =
  /** Drops the tag and keeps its words, as blocks if it was on lines of its own. */
  | 'keep'
  /** Dropped with its label, unless it is part of a sentence. */
  | 'button'
  /** Like `keep`, but always as blocks. */
  | 'block'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'rule'
  /** A picture with its alt text and caption. */
  | 'image'
  /** Pictures, each a tag of its own; its caption becomes a line above them. */
  | 'gallery'
  | 'code'
  /** TeX between the tags of a template. */
  | 'formula'
  | 'table'
  /** Its title becomes a line above its words. */
  | 'titled'
  /** Its content depends on something that only the blog knows. */
  | 'conditional'
  /** Dropped with its content. */
  | 'drop'
  /** Left to the surrounding paragraph. */
  | 'inline';

type Row = { readonly use: TagUse; readonly names: RegExp; readonly why: string; readonly sample: string };

/** Components, shortcodes and template tags by name; the first matching row wins. */
export const TAG_USES: readonly Row[] = [
  {
    use: 'quote',
    names: /quote|testimonial|^tweet$|^toot$|epigraph|^cite$|^cq$/,
    why: 'somebody’s words, which must not pass for the author’s',
    sample: '{{< quote >}}Words.{{< /quote >}}',
  },
  {
    use: 'code',
    names: /^(?:highlight|code|codeblock|code-block|diff|pre|sourcecode|terminal|console|prism|shell|cmd)$/,
    why: 'code',
    sample: '{% highlight ruby %}puts 1{% endhighlight %}',
  },
  {
    use: 'drop',
    names:
      /^(?:gist|mermaid|plantuml|sandpack|playground|codepen|livecode|comment|style|script|svg|iframe|video|audio|canvas|template|head|svelte:(?:head|options|window|body|document)|stylesheet|javascript|schema)$/,
    why: 'a drawing in letters, or a program',
    sample: '{{< mermaid >}}a-->b{{< /mermaid >}}',
  },
  {
    use: 'formula',
    names: /^(?:katex|(?:inline|block|display)?-?(?:math|tex|latex)|mathjax|equation|formula)$/,
    why: 'TeX, which the blog sets',
    sample: '{% katex %}x^2{% endkatex %}',
  },
  {
    use: 'image',
    names:
      /^(?:fig(?:ure)?|rawfigure|image|img|picture|photo|pic|lightbox|next-?image|zoomable-?image|static-?image|responsive-?image|blog-?image|imgc|imgproc|imgresize|themed-?image|thumbnail|responsive_image|asset_img|asset_image)$/,
    why: 'a picture',
    sample: '{{< figure src="a.png" alt="A mast" >}}',
  },
  {
    use: 'gallery',
    names: /^(?:gallery|carousel|slideshow|slider|image-?grid)$/,
    why: 'pictures of their own, under one caption',
    sample: '{{< gallery caption="Two masts" >}}{{< img src="a.png" alt="A mast" >}}{{< /gallery >}}',
  },
  {
    use: 'drop',
    names: /^(?:chart|graph|map|table|thead|tbody|tr|td|th|youtube|vimeo)$/,
    why: 'figures in cells: not a sentence of the post',
    sample: '<Chart>1 2 3</Chart>',
  },
  {
    use: 'drop',
    names:
      /^(?:capture|macro|set|block|nav|button|form|footer|header|assign|call|filter|schema|script|stylesheet|css|js)$/,
    why: 'the frame of the page, or the blog’s own program',
    sample: '{% capture x %}a{% endcapture %}',
  },
  {
    use: 'drop',
    names:
      /^(?:sign-?up|subscribe|subscription|newsletter|mailing-?list|opt-?in|waitlist|convertkit|mailchimp|buttondown|email-?capture|(?:contact|e-?mail|newsletter|signup|subscribe|subscription)-?form)(?:-?(?:box|cta|block|banner|callout|embed|widget|button|promo))?$/,
    why: 'a form to fill in, and the words that ask for it',
    sample: '{% signup "By the way" %}Join here.{% endsignup %}',
  },
  {
    use: 'conditional',
    names: /^(?:for|foreach|if|unless|case|ifversion|ifchanged|tablerow|with|range|each|asyncEach|asyncAll)$/,
    why: 'its content depends on the blog',
    sample: '{% if site.x %}Words.{% endif %}',
  },
  {
    use: 'titled',
    names:
      /^(?:details|summary|notice|note|info|tip|hint|warning|warn|danger|caution|important|alert|admonition|callout|aside|box|panel|expand|collapse|collapsible|accordion|accordionitem|disclosure|toggle|(?:tabs\.)?tab|tab-?item|tabs?[-.]?panel|code-?tab|code-?group-?item|step|card|spoiler|side-?note|margin-?note|foot-?note|success|error|question|bug|example|abstract|seealso|attention)$/,
    why: 'a note whose title readers see',
    sample: '{{% details "More" %}}Words.{{% /details %}}',
  },
  {
    use: 'keep',
    names: /(?:)/,
    why: 'layout, tabs and effects hold the author’s own words',
    sample: '<Fade>Words.</Fade>',
  },
];

/** Returns how to convert a component, a shortcode or a template tag of that name. */
export function tagUse(name: string): TagUse {
  return TAG_USES.find(({ names }) => names.test(name))?.use ?? 'keep';
}
