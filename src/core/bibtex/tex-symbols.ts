/** TeX's names for letters and signs, and what Unicode calls them. A table of facts; groups in the order of the LaTeX documentation. */

/** Names and signs in pairs, separated by blanks: `name sign name sign`. */
function table(pairs: string): [string, string][] {
  const words = pairs.trim().split(/\s+/u);
  return Array.from({ length: words.length >> 1 }, (_, index) => [words[2 * index] ?? '', words[2 * index + 1] ?? '']);
}

/** Commands for text: letters, quotation marks, dashes, signs. */
export const textSymbols: ReadonlyMap<string, string> = new Map([
  ...table(`
    ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ imath ı jmath ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ
    textschwa ə texteng ŋ textturna ɐ hbar ħ textcrh ħ lj ǉ nj ǌ textsci ɪ textesh ʃ textezh ʒ textglotstop ʔ
    textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’ textquotesingle ' textquotedbl " quotedblbase „ quotesinglbase ‚ glqq „ grqq “ glq ‚ grq ‘
    lq ‘ rq ’ flqq « frqq » flq ‹ frq › guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright ›
    textendash – textemdash — textendashspaced – textasciitilde ~ textasciicircum ^ textasciigrave \` textasciiacute ´ textasciidieresis ¨ textasciimacron ¯ textasciicaron ˇ textasciibreve ˘
    textbackslash \\ backslash \\ textbraceleft { textbraceright } lbrace { rbrace } textless < textgreater > textbar | textunderscore _ textdollar $ textpercent % textampersand & textnumbersign # textbardbl ‖ textslash / slash /
    textlbrace { textrbrace } lbrack [ rbrack ] textasteriskcentered * textperiodcentered · textbullet • textellipsis … ldots … dots … dotsc … dotsb ⋯
    textdagger † dag † textdaggerdbl ‡ ddag ‡ textsection § S § textparagraph ¶ P ¶ copyright © textcopyright © textregistered ® textcircledP ℗ texttrademark ™ textservicemark ℠
    pounds £ textsterling £ texteuro € euro € EUR € textyen ¥ textcent ¢ textcurrency ¤ textwon ₩ textdong ₫ textnaira ₦ textbaht ฿ textpeso ₱ textcolonmonetary ₡ textflorin ƒ textlira ₤
    textdegree ° degree ° textcelsius ℃ textmu µ micro µ textohm Ω textmho ℧ textperthousand ‰ textpertenthousand ‱ perthousand ‰ textdiscount ⁒
    textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textonequarter ¼ textonehalf ½ textthreequarters ¾ textordfeminine ª textordmasculine º textnumero № textrecipe ℞ textestimated ℮
    textexclamdown ¡ textquestiondown ¿ textinterrobang ‽ textmusicalnote ♪ textblank ␢ textopenbullet ◦ textbigcircle ○ textreferencemark ※ texttildelow ˷ textmarried ⚭ textdied †
    textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textlangle ⟨ textrangle ⟩ textlnot ¬ textminus − textpm ± texttimes × textdiv ÷ textsurd √ textinfinity ∞
    cprime ʹ cdprime ʺ textprime ′ textdoubleprime ″ textquotestraightbase ‚ textquotestraightdblbase „ textvisiblespace ␣ checkmark ✓ maltese ✠
  `),
  ...(
    [
      ['LaTeX', 'LaTeX'], ['TeX', 'TeX'], ['LaTeXe', 'LaTeX2ε'], ['BibTeX', 'BibTeX'], ['BibLaTeX', 'BibLaTeX'], ['XeTeX', 'XeTeX'], ['XeLaTeX', 'XeLaTeX'], ['LuaTeX', 'LuaTeX'], ['LuaLaTeX', 'LuaLaTeX'],
      ['pdfTeX', 'pdfTeX'], ['pdfLaTeX', 'pdfLaTeX'], ['ConTeXt', 'ConTeXt'], ['AmS', 'AMS'], ['AmSTeX', 'AmSTeX'], ['AMSTeX', 'AmSTeX'], ['MF', 'METAFONT'], ['MP', 'MetaPost'], ['METAFONT', 'METAFONT'], ['SLiTeX', 'SLiTeX'], ['TikZ', 'TikZ'],
      ['space', ' '], ['quad', ' '], ['qquad', ' '], ['enspace', ' '], ['enskip', ' '], ['thinspace', ' '], ['nobreakspace', ' '], ['newline', ' '], ['linebreak', ' '], ['par', ' '], ['newblock', ' '], ['hfill', ' '],
      ['textcompwordmark', ''], ['nobreak', ''], ['allowbreak', ''], ['relax', ''], ['protect', ''], ['noindent', ''], ['ignorespaces', ''], ['unskip', ''], ['null', ''], ['strut', ''], ['leavevmode', ''], ['sloppy', ''], ['hyp', '-'], ['textnonbreakinghyphen', '‑'],
      ['bibrangedash', '–'], ['bibinitperiod', '.'], ['bibinitdelim', ' '], ['bibnamedelima', ' '], ['bibnamedelimb', ' '], ['bibinithyphendelim', '-'], ['addcomma', ','], ['adddot', '.'], ['addcolon', ':'], ['addsemicolon', ';'], ['addspace', ' '], ['addnbspace', ' '],
      ['autocap', ''], ['etal', 'et al.'], ['textregmark', '®'],
    ] as const
  ).map(([name, sign]): [string, string] => [name, sign]),
]);

/** Commands of mathematics. */
export const mathSymbols: ReadonlyMap<string, string> = new Map(
  table(`
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
    textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textzeta ζ texteta η texttheta θ textiota ι textkappa κ textlambda λ textnu ν textxi ξ textomicron ο textpi π textrho ρ textsigma σ texttau τ textupsilon υ textphi φ textchi χ textpsi ψ textomega ω
    textGamma Γ textDelta Δ textTheta Θ textLambda Λ textXi Ξ textPi Π textSigma Σ textUpsilon Υ textPhi Φ textPsi Ψ textOmega Ω
    ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ daleth ℸ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ Diamond ◇ diamond ⋄ lozenge ◊ bigstar ★ star ⋆ prime ′ degree ° complement ∁ eth ð mho ℧
    pm ± mp ∓ times × div ÷ ast ∗ cdot · circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ ltimes ⋉ rtimes ⋊ bowtie ⋈ bigcirc ◯ triangleleft ◁ triangleright ▷ boxplus ⊞ boxtimes ⊠ boxdot ⊡ barwedge ⊼ rightthreetimes ⋌
    leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃ cong ≅ approx ≈ approxeq ≊ propto ∝ asymp ≍ doteq ≐ triangleq ≜ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ lessgtr ≶ lt < gt > nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ models ⊨ vdash ⊢ dashv ⊣ vDash ⊨ Vdash ⊩ smile ⌣ frown ⌢
    in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ subsetneq ⊊ supsetneq ⊋ sqsubset ⊏ sqsubseteq ⊑ sqsupseteq ⊒
    leftarrow ← gets ← rightarrow → to → uparrow ↑ downarrow ↓ leftrightarrow ↔ updownarrow ↕ Leftarrow ⇐ Rightarrow ⇒ Uparrow ⇑ Downarrow ⇓ Leftrightarrow ⇔ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ iff ⟺ implies ⟹ hookrightarrow ↪ hookleftarrow ↩ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌ rightharpoonup ⇀ leftharpoonup ↼ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ rightleftarrows ⇄ circlearrowright ↻ circlearrowleft ↺ nrightarrow ↛
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ surd √
    ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ colon : langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lbrace { rbrace } lbrack [ rbrack ] backslash \\ therefore ∴ because ∵ sharp ♯ flat ♭ natural ♮ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ checkmark ✓ dag † ddag ‡ S § P ¶ pounds £ copyright ©
    iddots ⋰ Game ⅁ Finv Ⅎ digamma ϝ backepsilon ϶ second ″ upmu µ Angstrom Å
  `),
);

/** Names of functions: they stand for themselves. */
export const mathWords: ReadonlySet<string> = new Set(
  'log ln exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan lim limsup liminf max min sup inf arg det dim deg gcd hom ker Pr bmod mod'.split(' '),
);
