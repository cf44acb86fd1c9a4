/** What each bundled style makes of the three papers: the whole bibliography as Markdown, in the style's order, and one citation of them. */
export const golden: Readonly<Record<string, { readonly references: readonly string[]; readonly citation: string }>> = {
  apa: {
    references: [
      'Gunasekar, S., & Li, Y. (2023). *Textbooks Are All You Need* (arXiv:2306.11644). arXiv. <https://arxiv.org/abs/2306.11644>',
      'Shumailov, I., & Gal, Y. (2024). AI models collapse when trained on recursively generated data. *Nature*, *631*(8022), 755–759. <https://doi.org/10.1038/s41586-024-07566-y>',
      'Wang, Y., Kordi, Y., & Hajishirzi, H. (2023). Self-Instruct: Aligning Language Models with Self-Generated Instructions. *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*, *1*, 13484–13508. <https://doi.org/10.18653/v1/2023.acl-long.754>',
    ],
    citation: '(Gunasekar & Li, 2023; Shumailov & Gal, 2024; Wang et al., 2023)',
  },
  ieee: {
    references: [
      '\\[1\\] S. Gunasekar and Y. Li, “Textbooks Are All You Need.” arXiv, June 20, 2023. \\[Online\\]. Available: <https://arxiv.org/abs/2306.11644>',
      '\\[2\\] Y. Wang, Y. Kordi, and H. Hajishirzi, “Self-Instruct: Aligning Language Models with Self-Generated Instructions,” in *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*, July 2023, vol. 1, pp. 13484–13508. doi: 10.18653/v1/2023.acl-long.754.',
      '\\[3\\] I. Shumailov and Y. Gal, “AI models collapse when trained on recursively generated data,” *Nature*, vol. 631, no. 8022, pp. 755–759, July 2024, doi: 10.1038/s41586-024-07566-y.',
    ],
    citation: '\\[1\\]–\\[3\\]',
  },
  acm: {
    references: [
      '\\[1\\] Suriya Gunasekar and Yuanzhi Li. 2023. Textbooks Are All You Need. Retrieved from <https://arxiv.org/abs/2306.11644>',
      '\\[2\\] Ilia Shumailov and Yarin Gal. 2024. AI models collapse when trained on recursively generated data. *Nature* 631, 8022 (July 2024), 755–759. DOI:<https://doi.org/10.1038/s41586-024-07566-y>',
      '\\[3\\] Yizhong Wang, Yeganeh Kordi, and Hannaneh Hajishirzi. 2023. Self-Instruct: Aligning Language Models with Self-Generated Instructions. In *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*, Association for Computational Linguistics, 13484–13508. DOI:<https://doi.org/10.18653/v1/2023.acl-long.754>',
    ],
    citation: '\\[1–3\\]',
  },
  'chicago-author-date': {
    references: [
      'Gunasekar, Suriya, and Yuanzhi Li. 2023. “Textbooks Are All You Need.” arXiv. <https://arxiv.org/abs/2306.11644>.',
      'Shumailov, Ilia, and Yarin Gal. 2024. “AI Models Collapse When Trained on Recursively Generated Data.” *Nature* 631 (8022): 755–59. <https://doi.org/10.1038/s41586-024-07566-y>.',
      'Wang, Yizhong, Yeganeh Kordi, and Hannaneh Hajishirzi. 2023. “Self-Instruct: Aligning Language Models with Self-Generated Instructions.” In *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*, 1:13484–508. Association for Computational Linguistics. <https://doi.org/10.18653/v1/2023.acl-long.754>.',
    ],
    citation: '(Gunasekar and Li 2023; Wang, Kordi, and Hajishirzi 2023; Shumailov and Gal 2024)',
  },
  nature: {
    references: [
      '1\\. Gunasekar, S. & Li, Y. Textbooks Are All You Need. Preprint at <https://arxiv.org/abs/2306.11644> (2023).',
      '2\\. Wang, Y., Kordi, Y. & Hajishirzi, H. Self-Instruct: Aligning Language Models with Self-Generated Instructions. in *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics* vol. 1 13484–13508 (Association for Computational Linguistics, 2023).',
      '3\\. Shumailov, I. & Gal, Y. AI models collapse when trained on recursively generated data. *Nature* **631**, 755–759 (2024).',
    ],
    citation: '<sup>1–3</sup>',
  },
  vancouver: {
    references: [
      '1\\. Gunasekar S, Li Y. Textbooks Are All You Need \\[Internet\\]. arXiv; 2023. Available from: <https://arxiv.org/abs/2306.11644>',
      '2\\. Wang Y, Kordi Y, Hajishirzi H. Self-Instruct: Aligning Language Models with Self-Generated Instructions. In: Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics \\[Internet\\]. Association for Computational Linguistics; 2023. p. 13484–508. Available from: <https://aclanthology.org/2023.acl-long.754/> doi:10.18653/v1/2023.acl-long.754',
      '3\\. Shumailov I, Gal Y. AI models collapse when trained on recursively generated data. Nature. 2024 Jul 24;631(8022):755–9. doi:10.1038/s41586-024-07566-y',
    ],
    citation: '(1–3)',
  },
  mla: {
    references: [
      'Gunasekar, Suriya, and Yuanzhi Li. *Textbooks Are All You Need*. arXiv:2306.11644, arXiv, 20 June 2023, <https://arxiv.org/abs/2306.11644>.',
      'Shumailov, Ilia, and Yarin Gal. “AI Models Collapse When Trained on Recursively Generated Data.” *Nature*, vol. 631, no. 8022, July 2024, pp. 755–59, <https://doi.org/10.1038/s41586-024-07566-y>.',
      'Wang, Yizhong, et al. “Self-Instruct: Aligning Language Models with Self-Generated Instructions.” *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*, vol. 1, Association for Computational Linguistics, 2023, pp. 13484–508, <https://doi.org/10.18653/v1/2023.acl-long.754>.',
    ],
    citation: '(Gunasekar and Li; Wang et al.; Shumailov and Gal)',
  },
  harvard: {
    references: [
      'Gunasekar, S. and Li, Y. (2023) “Textbooks Are All You Need.” arXiv. Available at: <https://arxiv.org/abs/2306.11644>.',
      'Shumailov, I. and Gal, Y. (2024) “AI models collapse when trained on recursively generated data,” *Nature*, 631(8022), pp. 755–759. Available at: <https://doi.org/10.1038/s41586-024-07566-y>.',
      'Wang, Y., Kordi, Y. and Hajishirzi, H. (2023) “Self-Instruct: Aligning Language Models with Self-Generated Instructions,” *Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics*. *ACL 2023*, Association for Computational Linguistics, pp. 13484–13508. Available at: <https://doi.org/10.18653/v1/2023.acl-long.754>.',
    ],
    citation: '(Gunasekar and Li, 2023; Wang, Kordi and Hajishirzi, 2023; Shumailov and Gal, 2024)',
  },
};
