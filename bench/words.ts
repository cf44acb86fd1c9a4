/** What the titles, names and sentences of generated papers are made of. */

export const families = ['Wang', 'Li', 'Zhang', 'Chen', 'Liu', 'Kim', 'Lee', 'Müller', 'García', 'Nguyen', 'Patel', 'Kumar', 'Smith', 'Johnson', 'Brown', 'Schmidt', 'Rossi', 'Silva', 'Ivanova', 'Kowalski', 'Yamamoto', 'Tanaka', 'Sato', 'Okafor', 'Haddad', 'Cohen', 'Andersson', 'Jensen', 'van den Berg', 'Dubois', 'Moreau', 'Öztürk', 'Novák', 'Horváth', 'Papadopoulos', 'Singh', 'Gupta', 'Rahman', 'Tran', 'Zhou', 'Xu', 'Huang', 'Zhao', 'Wu', 'Sun', 'Ma', 'Gao', 'Lin', 'Luo', 'Zheng'];
export const givens = ['Yizhong', 'Wei', 'Jing', 'Lei', 'Min', 'Hana', 'Soyoung', 'Anna', 'Lukas', 'Sofía', 'Mateo', 'Thi', 'Priya', 'Arjun', 'Emily', 'James', 'Olivia', 'Noah', 'Giulia', 'João', 'Elena', 'Piotr', 'Kenji', 'Yuki', 'Chidi', 'Layla', 'Noa', 'Erik', 'Freja', 'Camille', 'Louis', 'Zeynep', 'Jana', 'Bence', 'Eleni', 'Harpreet', 'Fatima', 'Quang', 'Hao', 'Ting', 'Xin', 'Yan', 'Rui', 'Bo', 'Ming', 'Tao', 'Qian', 'Yu', 'Fei', 'Jun'];
export const methods = ['Instruct', 'Evol', 'Distil', 'Synth', 'Align', 'Reason', 'Code', 'Math', 'Graph', 'Chain', 'Persona', 'Critic', 'Judge', 'Reward', 'Tool', 'Agent', 'Dialog', 'Query', 'Table', 'Vision'];
export const nouns = ['Language Models', 'Instruction Following', 'Mathematical Reasoning', 'Code Generation', 'Preference Optimization', 'Synthetic Data', 'Knowledge Distillation', 'Tool Use', 'Dialogue Systems', 'Question Answering', 'Text Classification', 'Information Extraction', 'Retrieval', 'Long-Context Understanding', 'Multilingual Translation', 'Data Filtering', 'Curriculum Learning', 'Reward Modelling', 'Self-Improvement', 'Evaluation Benchmarks', 'Theorem Proving', 'Clinical Notes', 'Legal Reasoning', 'Scientific Discovery', 'Speech Recognition', 'Visual Grounding', 'Program Repair', 'Table Understanding', 'Planning', 'Safety Alignment'];
export const verbs = ['Aligning', 'Scaling', 'Improving', 'Rethinking', 'Bootstrapping', 'Evaluating', 'Understanding', 'Unlocking', 'Teaching', 'Generating', 'Filtering', 'Augmenting', 'Distilling', 'Probing', 'Measuring', 'Steering'];
export const manners = ['with Self-Generated Instructions', 'from Weak Supervision', 'via Iterative Refinement', 'without Human Annotation', 'through Multi-Agent Debate', 'under Distribution Shift', 'at Pretraining Scale', 'by Reverse Prompting', 'in Low-Resource Languages', 'with Verifiable Rewards', 'using Knowledge Graphs', 'from Execution Feedback', 'with Small Teachers', 'for Domain Experts', 'beyond Imitation', 'on a Budget'];
export const tags = ['instruction tuning', 'self-improvement', 'distillation', 'augmentation', 'reasoning', 'preference', 'evaluation', 'filtering', 'agents', 'tool use', 'multilingual', 'code', 'maths', 'medical', 'legal', 'survey', 'benchmark', 'theory', 'scaling', 'pretraining', 'dialogue', 'retrieval', 'vision', 'speech'];
export const venues = [
  ['ACL', 'Proceedings of the Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)', 'Association for Computational Linguistics'],
  ['EMNLP', 'Proceedings of the Conference on Empirical Methods in Natural Language Processing', 'Association for Computational Linguistics'],
  ['NAACL', 'Proceedings of the Conference of the Nations of the Americas Chapter of the ACL', 'Association for Computational Linguistics'],
  ['NeurIPS', 'Advances in Neural Information Processing Systems', 'Curran Associates'],
  ['ICML', 'Proceedings of the International Conference on Machine Learning', 'PMLR'],
  ['ICLR', 'The International Conference on Learning Representations', 'OpenReview'],
  ['AAAI', 'Proceedings of the AAAI Conference on Artificial Intelligence', 'AAAI Press'],
  ['COLM', 'Conference on Language Modeling', 'OpenReview'],
] as const;
export const classes = ['cs.CL', 'cs.LG', 'cs.AI', 'cs.SE', 'cs.CV', 'stat.ML'];
