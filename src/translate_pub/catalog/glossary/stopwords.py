"""Words that are no terms and part them from one another, and the articles that stand before nouns, by language.

A few dozen of the commonest words of a language are enough here: what is left over is counted and read by a person.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StopWords:
    """What a language has of such words, in small letters."""

    words: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    """Articles, possessives and the like; they are among `words` too."""
    links: frozenset[str] = frozenset()
    """What may stand inside a name: `of` in `Union of Struggle`."""


_DETERMINERS = {
    "en": "the a an this that these those his her its their our my your no every each some any all both another such"
    " two three four five six seven eight nine ten first second third many few several most other",
    "sv": "en ett den det de denna detta dessa sin sitt sina hans hennes dess deras vår vårt våra min din ingen inget"
    " inga varje någon något några alla två tre fyra fem många flera andra samma",
    "es": "el la los las lo un una unos unas este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra"
    " ningún ninguna cada algún alguna algunos algunas todo toda todos todas dos tres cuatro cinco muchos muchas otro"
    " otra otros otras",
    "de": "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen sein seine"
    " seiner seinem seinen ihr ihre ihrer ihrem ihren unser unsere kein keine keinen jeder jede jedes alle viele"
    " einige andere anderen zwei drei vier fünf",
    "fr": "le la les l un une des du de ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes aucun"
    " aucune chaque quelque quelques tout toute tous toutes deux trois quatre cinq plusieurs autre autres",
}
_WORDS = {
    "en": "of to in on at by for from with without into onto over under after before between among against during"
    " through about above below across along behind beyond near off out up down upon within until till since as than"
    " and or but nor so yet if then because although though while when where who whom whose which what why how that"
    " whether i you he she it we they me him us them himself herself itself themselves one ones who is are was were be"
    " been being am do does did done doing have has had having will would shall should can could may might must not"
    " never always often only also even still just very too more less much again already now here there once later"
    " soon ever almost nearly about quite rather perhaps however therefore thus hence like same own new old good great"
    " long large small little high last next early late young full whole half today yesterday said say says see seen"
    " saw made make makes making came come comes went go goes gone took take takes taken gave give gives given got get"
    " gets put set let told tell tells called call calls found find finds became become becomes began begin begins"
    " kept keep left leave stood stand wrote write written read held hold brought bring sent send asked ask knew know"
    " known wanted want used use uses using back away together well yes january february march april may june july"
    " august september october november december monday tuesday wednesday thursday friday saturday sunday years year"
    " day days time times way people man men woman women thing things others hundred thousand million hundreds"
    " thousands longer largest larger smaller number numbers place places name end beginning part parts months weeks"
    " hours",
    "sv": "i på av till för från med utan om under över efter före mellan mot genom hos vid åt ur per som att och"
    " eller men utan så när där då hur vad vem vilken vilket vilka jag du han hon man vi ni dem honom henne oss er sig"
    " är var vara varit blir blev bli blivit har hade ha haft ska skulle kan kunde kunna må måste får fick få vill"
    " ville inte aldrig alltid ofta bara också även än ännu mycket mer mest mindre nu här där sedan redan ju ner upp ut"
    " in bort tillbaka år dag dagar tid gång januari februari mars april maj juni juli augusti september oktober"
    " november december",
    "es": "de del a al en con sin por para sobre entre desde hasta hacia contra según durante tras ante bajo y e o u ni"
    " pero sino que como cuando donde quien quienes cual cuales cuyo si porque aunque mientras yo tú él ella nosotros"
    " ellos ellas me te se nos les le ser es son era eran fue fueron sido estar está están estaba estaban ha han había"
    " habían haber tiene tienen tenía hacer hizo puede podía no nunca siempre más menos muy ya también solo sólo aún"
    " todavía así después antes ahora aquí allí año años día días vez veces enero febrero marzo abril mayo junio julio"
    " agosto septiembre octubre noviembre diciembre",
    "de": "von zu in im an am auf aus bei mit nach über unter vor zwischen gegen durch für ohne um bis seit während"
    " wegen und oder aber denn sondern dass daß wenn als ob weil wie wo wer was welche welcher ich du er sie es wir ihr"
    " mich mir ihn ihm uns euch sich ist sind war waren sein gewesen wird werden wurde wurden hat haben hatte hatten"
    " kann können konnte soll sollte muss musste will wollte nicht nie immer oft nur auch noch schon sehr mehr weniger"
    " so dann da hier dort nun jetzt jahr jahre tag tage zeit januar februar märz april mai juni juli august september"
    " oktober november dezember",
    "fr": "à au aux en dans par pour sur sous avec sans chez entre vers contre depuis pendant avant après et ou mais ni"
    " car donc que qu qui quoi dont où quand comme si je tu il elle on nous vous ils elles me te se lui y ne n pas plus"
    " moins jamais toujours est sont était étaient être été a ont avait avaient avoir eu fait faire peut pouvait très"
    " aussi encore déjà même ainsi alors ici là d s c j m t an ans année années jour jours fois janvier février mars"
    " avril mai juin juillet août septembre octobre novembre décembre",
}
_LINKS = {"en": "of the de von", "sv": "av de von", "es": "de del la los y", "de": "von der und zu", "fr": "de du la"}


def of(language: str) -> StopWords:
    """Return the stop words of a language; none where we have none."""
    plain = language.partition("-")[0]
    determiners = frozenset(_DETERMINERS.get(plain, "").split())
    return StopWords(
        frozenset(_WORDS.get(plain, "").split()) | determiners, determiners, frozenset(_LINKS.get(plain, "").split())
    )
