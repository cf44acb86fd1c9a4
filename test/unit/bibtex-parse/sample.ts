/** A file of twelve entries in every manner of writing. */
export const sample = String.raw`% A sample with everything: journals@example.org
@string{acl = "Association for Computational Linguistics"}
@preamble{"\newcommand{\noopsort}[1]{}"}

@inproceedings{wang2023,
  author    = {Wang, Yizhong and {OpenAI} and M{\"u}ller, J{\"o}rg},
  title     = {{Self-Instruct}: Aligning Language Models},
  booktitle = "Proceedings of the {ACL}",
  publisher = acl # { Press},
  year      = 2023,
  month     = jul,
}

@article{knuth1984,
  author = "Donald E. Knuth",
  title = "Literate Programming",
  journal = "The Computer Journal",
  year = "1984",
  pages = "97--111"
}
@book(lamport1994,
  author = {Lamport, Leslie},
  title = {\LaTeX: A Document Preparation System},
  year = 1994
)

@comment{jabref-meta: databaseType:bibtex;}

@misc{one, title={On one line}, year={2020}, note={x, y}}
@misc{two, title={Another}, year={2021}}
@misc{three,title="Third",url="https://a.example/?a=b"}

@techreport{gpt4,
  title={{GPT-4} Technical Report},
  author={{OpenAI}},
  institution = {OpenAI},
  year={2023},
  eprint={2303.08774},
  archivePrefix={arXiv}
}

@phdthesis{thesis1,
    title = {A Thesis},
    school = {MIT},
    abstract = {We show that
      f(x, y) = 3, and that {nested {braces}} work.

      A second paragraph.},
    year = {2001}
}
@incollection{chap, title = {A "quoted" title}, booktitle = {A Book}, crossref = {thebook},
  year = {1999} }
@online{web,
  title = {A Page},
  url = {https://example.org/a_b},
  urldate = {2020-01-01},
}
@proceedings{proc, title = {Proc}, year = {2000}}
@book{thebook,
  title = {A Book},
  editor = {Smith, John},
  year = {1999},
}
`;
