/**
 * Given names that are borne by women or by men only, nearly always, in the languages that English news takes names from. They tell a "she"
 * from a "he" and "Ms" from "Mr" where a text has no other sign; they never make anybody a person, and nobody's identity rests on them.
 */
const WOMEN =
  "abigail ada adriana agata agnes agnieszka aisha alexandra alice alicia alina alison amanda amelia amina amy ana anastasia andrea angela angelina anita anja anna annalena " +
  "anne anneliese annette annie antonia antonella anya april asha astrid audrey ayesha barbara beata beatrice beatriz benazir bernadette beth betty birgit bridget brigitte camila " +
  "camilla carla carmen carol carolina caroline carolyn catalina catherine cecilia celia charlotte chiara chloe christina christine claire clara claudia colette condoleezza " +
  "constance cristina cynthia daisy daniela danielle daphne deborah debra denise diana diane dilma dina dolores donna doris dorothy edith ekaterina elena eleanor elisa elisabeth " +
  "elise eliza elizabeth ella ellen elsa emily emma erika erna esther etta eva eve evelyn farah fatima fatma fiona florence frances francesca frederike freya gabriela " +
  "gabriella georgina geraldine gertrude ghislaine gina giorgia gita giulia gloria golda grace grete greta gretchen gudrun hanan hannah harriet heather heidi helen helena helga hilda " +
  "hillary iris ida ilda ilse imelda indira ines ingrid irene irina isabel isabella isabelle ivana ivanka jacinda jacqueline jane janet janice jasmine jeanne jennifer jenny jessica " +
  "jill joan joanna johanna josephine joyce juanita judith judy julia juliana julie june kamala karen karin karine katarina kate katerina katharina katherine kathleen kathy katrin katrina " +
  "keiko khadija kirsten kristalina kristin kristina lara laura lauren lea leila lena leonor lidia lilian liliana lily linda lisa lise liv lola lorena lotte louise lucia lucy ludmila luisa lydia " +
  "madeleine maia mairead maja malala manuela marcia margaret margarita margot margrethe maria mariam marianne marie marina marion marjorie marta martha martina mary maryam matilda maud " +
  "maureen maya megan meghan melania melanie melissa mette michelle mila mildred milena miriam molly mona monica monika monique nadia najla nancy naomi natalia natalie natasha nicola nicole nikki " +
  "nina nora olena olga olivia paola patricia paula pauline peggy penelope petra phoebe pia polly pilar priya priti rachel raisa ramona rania rebecca regina reiko renata renee rhea rita roberta rosa " +
  "rosalind rosemary rosie roxana ruta ruth sabine sally samantha samira sandra sanna sara sarah shabana shannon sheila sheikha shirley silvia simone smriti sofia sonia sophia sophie stella " +
  "stephanie sue sunita susan susana susanne suzanne sushma svetlana sylvia sylvie takako tamara tanya tara tatiana tatyana tekla teresa theresa thelma therese tina tove tulsi ulrike urmila ursula uschi valentina " +
  "valerie vanessa vera veronica victoria viktoria violeta viola virginia vivian wanda wendy whitney wilhelmina winifred yasmin yelena yoko yolanda yulia yuliya yuriko yvette yvonne zainab zara zoe zuzana";

const MEN =
  "aaron abdul abdullah abdulla abel abraham adam adolf adrian ahmad ahmed alain alan albert alberto aleksandar aleksander alejandro alexander alexandre alexandros alexei alexey alfred alfredo ali allan " +
  "alvaro amit anatoly anders andre andreas andrei andres andrej andrew andrey andriy andrzej angus anthony antoine anton antonio antony anwar archibald arnold artem arthur arturo arvind ashok ashraf asif " +
  "august austin barack barry bashar bart bartholomew ben benjamin benny bernard bernhard bernie bert bilal bill bjorn bob bogdan boris brad bradley brandon brendan brent brett brian bruce bruno " +
  "burak carl carlos cedric cesar charles charlie chad chester christian christoph christophe christopher chuck claude claudio clement clyde colin conrad constantine craig cyril cyrus dale damian daniel " +
  "daniil darren daudi dave david dean dennis denis derek desmond didier diego dieter dimitri dimitris dirk dmitri dmitriy dmitry dmytro dominic dominik domingo donald douglas duncan dwight eddie edgar edmund " +
  "eduard eduardo edward edwin egon eli elias elliott elmar emanuel emil emilio emmanuel emomali enrico enrique eric erich erik ernest ernst erwin esteban etienne eugene evan evgeny ezra fabian federico felipe " +
  "felix ferdinand fernando filip florian francesco francis francisco franco francois frank frankie franz fred frederick frederik friedrich fritz fumio gabriel gary gavin genrikh geoff geoffrey georg george georges georgios " +
  "gerald gerard gerhard gerhart gianni giorgio giovanni giuseppe glenn gordon graham greg gregory guido guillaume guillermo gunter gustav gustavo guy hamid hamza hans harald harold harry harvey hassan hector heinz " +
  "heinrich helmut henri henrik henry herbert herman hermann hideki hiroshi horst howard hubert hugh hugo husain hussain hussein ian ibrahim igor ilham ilya imran isaac ismail ivan ivo jack jacob jacques " +
  "jaime jair jake jakob jakub james jamie jared jaroslaw jason javier jay jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joao joaquin joe joel joerg johan johann johannes john johnny jon jonas jonathan jordi " +
  "jorge jose josef joseph josep joshua josh juan juha jukka julian julio juergen jurgen justin kaspar keir keith kenneth kent kevin khalid kirill klaus konrad konstantin kurt kyle lars larry laurent lawrence lech leo leon leonard " +
  "leonid leopold leroy leslie lev lewis liam lionel lloyd lorenzo lothar louis luc luca lucas ludwig luigi luis luiz lukas luke maciej mahmoud malcolm manfred manmohan manuel marc marcel marcelo marco marcos marcus " +
  "marek mario marius mark marko markus martin marty marvin mateusz matteo matthew matthias mauricio maurice mauro max maxim maxime maximilian mehdi michael michal michel miguel mihail mikael mike mikhail mikheil milan milos " +
  "miroslav mitch mitchell mohamed mohammad mohammed mohamad morris muhammad muhammadu murray mustafa narendra nathan nathaniel neil nelson nicholas nick nicolas nicolae nigel nikita nikol nikola nikolai nikolay nikolas nils noah noel norbert " +
  "norman olaf oleg oleksandr oleksii oleksiy oliver olivier omar oscar oskar osman otto owen pablo paolo pascal patrick paul pavel pavlo pawel pedro peter petr petro petros philip philipp philippe phillip pierre piotr rafael " +
  "rahul raj rajesh rajiv rajnath ralf ralph ramon randy raul ravi ray raymond recep reinhard rene rex ricardo richard rick rob robert roberto robin roderick rodrigo roger roland rolf roman ronald ron rory ross roy rudolf rudy " +
  "rupert rustam ryan sadiq salman salvador salvatore sam samir samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergio serhiy shane shaun shinzo sidney sigmar silvio simon slobodan stanislav stefan stefano " +
  "stephan stephen stephane steve steven stuart sven subrahmanyam taro tariq ted terrence terry theodore theo thierry thomas tim timothy timo tobias toby todd tom tomas tomasz tommy tony tristan ulrich uwe vaclav valentin vernon viktor " +
  "victor vijay vikram vincent vitali vitaly vladimir vladislav volker volodymyr vyacheslav wade wally walter warren wayne werner wilfried wilhelm william willy wolfgang wojciech xavier yair yannis yanis yevgeny yitzhak yoshihide yoshimasa " +
  "yuri yusuf yves zachary zbigniew zoltan zoran";

const GENDERS = new Map<string, "male" | "female">([
  ...WOMEN.split(" ").map((name): [string, "female"] => [name, "female"]),
  ...MEN.split(" ").map((name): [string, "male"] => [name, "male"]),
]);

/** The gender that a given name tells, lower case and without accents; null where both bear it or it is not known. */
export function givenNameGender(name: string): "male" | "female" | null {
  return GENDERS.get(name) ?? null;
}
