import { words } from "../words.ts";

/** Words that carry no meaning of their own: no search looks for them. */
export const STOP_WORDS = words(
  "a an the of to in on at by for with from as and or but if then than so nor not no yes is are was were be been being am do does did done doing have has had " +
    "having will would shall should can could may might must this that these those it its he she they we you i his her their our my your him them us me who whom " +
    "whose which what when where why how there here about into over under between during after before since until while also just only very more most much many any " +
    "some such own same other another each every both few all out up down off again further once too ever s t re ve ll d m",
);
