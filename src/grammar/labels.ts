/** Part-of-speech tags after the Penn treebank, as the English Universal Dependencies use them. The order is part of the weight file. */
export const TAGS = [
  ..."NN IN DT NNP JJ PRP . RB , NNS VB CC VBP VBD VBZ CD VBN VBG TO MD PRP$ UH : -RRB- -LRB- WDT WRB WP HYPH `` '' RP POS NNPS JJR JJS".split(
    " ",
  ),
  ..."EX RBR NFP ADD SYM FW GW $ PDT RBS LS AFX WP$".split(" "),
];

/** Universal Dependencies relations between a word and its head. The order is part of the weight file. */
export const RELATIONS = [
  ..."root punct case det nsubj advmod amod obj obl conj nmod compound cc mark aux cop nmod:poss advcl xcomp flat acl:relcl ccomp".split(
    " ",
  ),
  ..."parataxis acl aux:pass appos nummod nsubj:pass discourse obl:unmarked nmod:unmarked compound:prt expl fixed list iobj".split(
    " ",
  ),
  ..."obl:agent dep reparandum nmod:desc csubj nsubj:outer det:predet advcl:relcl vocative goeswith cc:preconj orphan".split(" "),
  ..."dislocated csubj:pass".split(" "),
];
