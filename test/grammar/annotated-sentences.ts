/**
 * Sentences of our own, each word with the place of its head (0: it heads the sentence) and, where it matters, its relation. Words without a
 * head are marks, or words whose head may be seen either way: they do not count.
 */
const ANNOTATED = `
The/2/det minister/3/nsubj denied/0/root the/5/det charge/3/obj .
A/2 spokesman/5/nsubj for/4/case Castell/2/nmod said/0/root the/7 talks/9/nsubj had/9/aux failed/5/ccomp .
Ines/10/nsubj Alden/1/flat , the/6 foreign/6 minister/1/appos of/8/case Norland/6/nmod , arrived/0/root in/12/case Veld/10/obl on/14/case Monday/10/obl .
Talks/7/nsubj:pass between/5/case the/5 two/5/nummod sides/1/nmod were/7/aux:pass held/0/root in/9/case secret/7/obl .
He/4/nsubj did/4/aux n't/4/advmod answer/0/root the/6 question/4/obj .
Brandt/3/nsubj:pass was/3/aux:pass told/0/root by/6/case the/6 envoy/3/obl:agent to/8/mark wait/3/xcomp .
The/2 president/10/nsubj , who/5/nsubj visited/2/acl:relcl Ankara/5/obj last/8/amod week/5/obl:unmarked , praised/0/root the/12 deal/10/obj .
" We/5/nsubj will/5/aux not/5/advmod sign/9/ccomp , " Castell/9/nsubj said/0/root .
She/2/nsubj refused/0/root to/4/mark meet/2/xcomp the/6 delegation/4/obj .
Officials/6/nsubj in/3/case Paris/1/nmod and/5/cc Berlin/3/conj confirmed/0/root the/8 visit/6/obj .
The/2 king/4/nmod:poss 's/2/case envoy/5/nsubj handed/0/root over/5/compound:prt a/8 letter/5/obj .
According/4/case to/1/fixed the/4 ministry/9/obl , three/7/nummod soldiers/9/nsubj:pass were/9/aux:pass wounded/0/root .
Veld/3/nsubj will/3/aux host/12/ccomp the/5 summit/3/obj in/7/case June/3/obl , the/11 prime/11/amod minister/12/nsubj announced/0/root .
The/2 treaty/8/nsubj that/6/obj both/5 countries/6/nsubj signed/2/acl:relcl yesterday/6 expires/0/root in/10/case May/8/obl .
Meeting/7/advcl reporters/1/obj in/4/case Geneva/1/obl , Alden/7/nsubj rejected/0/root the/9 offer/7/obj .
She/5/nsubj is/5/cop the/5 first/5/amod woman/0/root to/7/mark lead/5/acl the/9 party/7/obj .
Nobody/2/nsubj knows/0/root whether/7/mark the/5 minister/7/nsubj will/7/aux resign/2/ccomp .
The/2 opposition/3/nsubj accused/0/root the/5 government/3/obj of/7/mark hiding/3/advcl the/9 report/7/obj .
Prices/2/nsubj rose/0/root and/5/cc wages/5/nsubj fell/2/conj .
The/3 two/3/nummod leaders/4/nsubj discussed/0/root trade/4/obj , energy/5/conj and/9/cc security/5/conj .
Troops/6/nsubj loyal/1/amod to/5/case the/5 general/2/obl seized/0/root the/8 airport/6/obj .
The/2 ambassador/5/nsubj:pass has/5/aux been/5/aux:pass summoned/0/root .
If/4/mark the/3 court/4/nsubj agrees/9/advcl , elections/9/nsubj:pass will/9/aux be/9/aux:pass held/0/root in/11/case May/9/obl .
He/2/nsubj asked/0/root the/4 committee/2 to/6/mark delay/2/xcomp its/8/nmod:poss decision/6/obj .
The/2 company/3/nsubj says/0/root it/5/nsubj paid/3/ccomp the/7 fine/5/obj in/9/case full/5 .
There/2/expl is/0/root no/4/det evidence/2/nsubj of/6/case fraud/4/nmod .
Farmers/5/nsubj from/4/case the/4 north/1/nmod blocked/0/root a/7 road/5/obj .
A/2 man/7/nsubj:pass accused/2/acl of/5/mark spying/3/advcl was/7/aux:pass released/0/root on/9/case Friday/7/obl .
Parliament/2/nsubj voted/0/root to/4/mark lift/2/xcomp the/6 ban/4/obj .
The/2 bank/3/nsubj cut/0/root its/5/nmod:poss forecast/3/obj because/8/mark exports/8/nsubj slowed/3/advcl .
Rescuers/3/nsubj have/3/aux found/8/ccomp four/5/nummod survivors/3/obj , police/8/nsubj said/0/root .
The/3 deputy/3 leader/11/nsubj of/6/case the/6 party/3/nmod , Orin/3/appos Falk/8/flat , called/0/root it/11/obj a/14 mistake/11/xcomp .
What/4/nsubj he/3/nsubj said/1/acl:relcl surprised/0/root the/6 allies/4/obj .
The/2 ship/3/nsubj sank/0/root off/6/case the/6 coast/3/obl of/8/case Veld/6/nmod .
Both/2 sides/3/nsubj agreed/0/root that/8/mark the/6 truce/8/nsubj should/8/aux hold/3/ccomp .
New/2/amod rules/5/nsubj on/4/case fishing/2/nmod take/0/root effect/5/obj next/8/amod month/5/obl:unmarked .
His/2/nmod:poss lawyer/3/nsubj told/0/root the/5 court/3 that/9/mark he/9/nsubj was/9/cop ill/3/ccomp .
Oil/2/compound exports/6/nsubj to/4/case Norland/2/nmod have/6/aux doubled/0/root since/8/case March/6/obl .
The/2 mayor/4/nsubj never/4/advmod apologised/0/root .
Tens/4/nsubj of/3/case thousands/1/nmod marched/0/root through/7/case the/7 capital/4/obl .
Germany/4/nsubj and/3/cc France/1/conj want/0/root closer/6/amod ties/4/obj with/8/case India/6/nmod .
The/2 plan/4/nsubj:pass was/4/aux:pass approved/0/root but/7/cc not/7/advmod published/4/conj .
To/2/mark win/5/advcl , she/5/nsubj needs/0/root rural/7/amod votes/5/obj .
Asked/8/advcl about/4/case the/4 leak/1/obl , the/7 general/8/nsubj left/0/root the/10 room/8/obj .
Reuters/2/nsubj quoted/0/root the/4 governor/2/obj as/6/mark saying/2/advcl the/8 dam/10/nsubj was/10/cop safe/6/ccomp .
It/5/nsubj was/5/cop the/5 fourth/5/amod attack/0/root this/7/det year/5 .
Thousands/3/nsubj:pass were/3/aux:pass forced/0/root to/5/mark flee/3/xcomp their/7/nmod:poss homes/5/obj .
The/2 judge/3/nsubj gave/0/root him/3/iobj two/6/nummod weeks/3/obj .
Turkey/5/nmod:poss 's/1/case former/5/amod prime/5/amod minister/7/nsubj has/7/aux died/0/root .
`;

/** A word, the place of its head (-1: the sentence's head; null: not said) and its relation (null: not said). */
interface AnnotatedWord {
  form: string;
  head: number | null;
  relation: string | null;
}

export const ANNOTATED_SENTENCES: AnnotatedWord[][] = ANNOTATED.trim()
  .split("\n")
  .map((line) =>
    line.split(" ").map((word) => {
      const [form = "", head, relation] = word.split("/");
      return { form, head: head === undefined ? null : Number(head) - 1, relation: relation ?? null };
    }),
  );
