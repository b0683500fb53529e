/** TeX commands for single Unicode characters, without backslash, as `name=character`, by kind. */
const TABLES = {
  letter: `alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ
    lambda=λ mu=μ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ
    omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω ell=ℓ hbar=ℏ imath=ı
    jmath=ȷ Re=ℜ Im=ℑ aleph=ℵ beth=ℶ partial=∂ nabla=∇ infty=∞ emptyset=∅ varnothing=∅ forall=∀ exists=∃ nexists=∄
    neg=¬ lnot=¬ top=⊤ bot=⊥ angle=∠ prime=′ degree=° dagger=† ddagger=‡ star=⋆ ldots=… dots=… cdots=⋯ vdots=⋮ ddots=⋱
    dotsc=… dotsb=⋯ dotsm=⋯ dotso=… sum=∑ prod=∏ coprod=∐ int=∫ iint=∬ iiint=∭ oint=∮ bigcup=⋃ bigcap=⋂ bigoplus=⨁
    bigotimes=⨂ bigvee=⋁ bigwedge=⋀ checkmark=✓ square=□ Box=□ blacksquare=■ triangle=△ diamond=⋄ clubsuit=♣ wp=℘
    pounds=£ copyright=© S=§ P=¶ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ langle=⟨ rangle=⟩ lbrace={ rbrace=} lvert=| rvert=|
    lVert=‖ rVert=‖ Vert=‖ vert=| backslash=\\ lbrack=[ rbrack=] surd=√ complement=∁ i=ı eth=ð R=ℝ N=ℕ Z=ℤ Q=ℚ C=ℂ Reals=ℝ
    reals=ℝ natnums=ℕ cnums=ℂ Complex=ℂ exist=∃ empty=∅ infin=∞`,
  relation: `le=≤ leq=≤ leqslant=⩽ leqq=≦ ge=≥ geq=≥ geqslant=⩾ geqq=≧ ne=≠ neq=≠ approx=≈ equiv=≡ sim=∼ simeq=≃ cong=≅ propto=∝ ll=≪
    gg=≫ in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆ supset=⊃ supseteq=⊇ subsetneq=⊊ to=→ rightarrow=→ leftarrow=← gets=←
    leftrightarrow=↔ Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ implies=⇒ impliedby=⇐ iff=⇔ mapsto=↦ longrightarrow=⟶
    longleftarrow=⟵ longmapsto=⟼ Longrightarrow=⟹ uparrow=↑ downarrow=↓ hookrightarrow=↪ rightharpoonup=⇀ perp=⊥
    parallel=∥ mid=| vdash=⊢ models=⊨ prec=≺ succ=≻ preceq=⪯ succeq=⪰ asymp=≍ doteq=≐ triangleq=≜ coloneqq=≔ colon=:
    lt=< gt=> lesssim=≲ gtrsim=≳ leadsto=⇝ rightsquigarrow=⇝ dashv=⊣ nsubseteq=⊈ nleq=≰ ngeq=≱ approxeq=≊ nmid=∤
    nparallel=∦ isin=∈ sub=⊂ sube=⊆ supe=⊇ larr=← rarr=→ harr=↔ lArr=⇐ rArr=⇒ hArr=⇔ sqsubseteq=⊑ sqsupseteq=⊒ sqsubset=⊏ sqsupset=⊐ supsetneq=⊋ trianglelefteq=⊴ vDash=⊨ Vdash=⊩ bowtie=⋈
    multimap=⊸ nearrow=↗ searrow=↘ rightleftharpoons=⇌ Longleftrightarrow=⟺ longleftrightarrow=⟷ nrightarrow=↛`,
  operator: `times=× cdot=· div=÷ pm=± mp=∓ ast=∗ cup=∪ cap=∩ setminus=∖ oplus=⊕ otimes=⊗ ominus=⊖ odot=⊙ circ=∘ bullet=•
    land=∧ and=∧ wedge=∧ lor=∨ or=∨ vee=∨ sqcup=⊔ sqcap=⊓ uplus=⊎ wr=≀ rtimes=⋊ ltimes=⋉ boxplus=⊞ dotplus=∔ amalg=⨿ oslash=⊘ triangleright=▷
    triangleleft=◁ curlyvee=⋎ curlywedge=⋏ intercal=⊺ smallsetminus=∖`,
} as const;

/** The kind of a TeX command's character, which determines the spaces around it. */
export type SymbolKind = keyof typeof TABLES;

/** Characters by command. */
export const TEX_SYMBOLS: ReadonlyMap<string, { readonly character: string; readonly kind: SymbolKind }> =
  new Map(
    (Object.keys(TABLES) as SymbolKind[]).flatMap((kind) =>
      TABLES[kind].split(/\s+/).map((entry) => {
        const at = entry.indexOf('=');
        return [entry.slice(0, at), { character: entry.slice(at + 1), kind }] as const;
      }),
    ),
  );

/** Functions, written as their name. */
export const TEX_FUNCTIONS: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim erf exp gcd hom inf ker lg lim liminf limsup ln log
   max min mod Pr sec sin sinh sup tan tanh softmax rank tr diag sign sgn Var Cov`.split(/\s+/),
);

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const [left, right] = [[...from], [...to]];
  return new Map(left.map((character, at) => [character, right[at] ?? '']));
};

/** Superscript characters. */
export const SUPERSCRIPTS = pairs(
  "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ∗*′'⊤°∘−",
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ**′′ᵀ°°⁻',
);

/** Subscript characters. */
export const SUBSCRIPTS = pairs(
  '0123456789+-=()aehijklmnoprstuvxβγρφχ−',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋',
);

/** Accents, as combining characters. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['check', '\u030c'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['underline', '\u0332'],
]);

/** Blackboard and script letters that Unicode has in blocks that screen readers can read. */
export const STYLED_LETTERS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  mathbb: pairs('CHNPQRZ', 'ℂℍℕℙℚℝℤ'),
  mathcal: pairs('BEFHILMR', 'ℬℰℱℋℐℒℳℛ'),
  mathscr: pairs('BEFHILMR', 'ℬℰℱℋℐℒℳℛ'),
  mathfrak: pairs('CHIRZ', 'ℭℌℑℜℨ'),
};

/** Commands whose argument is written unchanged: fonts, and words inside a formula. */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  `mathrm mathbf mathit mathsf mathtt mathbb mathcal mathscr mathfrak boldsymbol bm bold pmb text textrm textbf textit texttt
   textsf textnormal operatorname mbox hbox mathop mathbin mathrel mathord mathnormal rm emph`.split(/\s+/),
);

/** Commands that set signs around what they hold. */
export const AROUND: ReadonlyMap<string, string> = new Map([
  ['set', '{…}'],
  ['Set', '{…}'],
  ['abs', '|…|'],
  ['norm', '‖…‖'],
  ['pmod', ' (mod …)'],
]);

/** Environments written in one line, with their brackets. */
export const ENVIRONMENTS: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['matrix', ['[', ']']],
  ['smallmatrix', ['[', ']']],
  ['array', ['[', ']']],
  ['pmatrix', ['(', ')']],
  ['bmatrix', ['[', ']']],
  ['Bmatrix', ['{', '}']],
  ['vmatrix', ['|', '|']],
  ['Vmatrix', ['‖', '‖']],
  ['cases', ['{ ', '']],
  ['equation', ['', '']],
  ['align', ['', '']],
  ['aligned', ['', '']],
  ['alignedat', ['', '']],
  ['split', ['', '']],
  ['gather', ['', '']],
  ['gathered', ['', '']],
]);

/** Commands that only affect the look of a formula. */
export const WITHOUT_EFFECT: ReadonlySet<string> = new Set(
  `left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle displaystyle textstyle scriptstyle limits
   nolimits nonumber notag ! bf it rm cal tt sf Large large small boldmath`.split(/\s+/),
);
