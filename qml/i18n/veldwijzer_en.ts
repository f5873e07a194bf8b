<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AboutPage</name>
    <message>
        <source>Over Veldwijzer</source>
        <translation>About Veldwijzer</translation>
    </message>
    <message>
        <source>Veldwijzer %1</source>
        <translation>Veldwijzer %1</translation>
    </message>
    <message>
        <source>De sociale kaart van uw regio, ook zonder internet. Wat u opslaat is op dit toestel versleuteld en gaat versleuteld over de lijn: de server en de beheerders daarvan kunnen het niet lezen.</source>
        <translation>The social map of your region, even without the internet. What you save is encrypted on this device and travels encrypted: the server and the people who run it cannot read it.</translation>
    </message>
    <message>
        <source>Licentie: EUPL 1.2. U mag de broncode lezen, wijzigen en delen.</source>
        <translation>Licence: EUPL 1.2. You may read, change and share the source code.</translation>
    </message>
    <message>
        <source>Gemaakt met</source>
        <translation>Made with</translation>
    </message>
    <message>
        <source>publiek domein</source>
        <translation>public domain</translation>
    </message>
</context>
<context>
    <name>Accesses</name>
    <message>
        <source>Bekeken</source>
        <translation>Looked at</translation>
    </message>
    <message numerus="yes">
        <source>%n antwoord(en) ingevuld</source>
        <translation>
            <numerusform>%n answer given</numerusform>
            <numerusform>%n answers given</numerusform>
        </translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Geopend om te verbeteren</source>
        <translation>Opened for a correction</translation>
    </message>
    <message>
        <source>Als bestand bewaard</source>
        <translation>Saved as a file</translation>
    </message>
    <message>
        <source>Afgedrukt of als PDF bewaard</source>
        <translation>Printed or saved as PDF</translation>
    </message>
    <message>
        <source>Gedeeld met een team</source>
        <translation>Shared with a team</translation>
    </message>
    <message>
        <source>Teruggehaald uit het team</source>
        <translation>Taken back from the team</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Niet meer in gebruik</source>
        <translation>No longer in use</translation>
    </message>
    <message>
        <source>In de maak</source>
        <translation>Being made</translation>
    </message>
</context>
<context>
    <name>Answered</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Groep die vaker kan</source>
        <translation>Group that may repeat</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Uitleg</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Wie te bellen</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>Ja of nee</source>
        <translation>Yes or no</translation>
    </message>
    <message>
        <source>Getal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Heel getal</source>
        <translation>Whole number</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Datum en tijd</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Korte tekst</source>
        <translation>Short text</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Webadres</source>
        <translation>Web address</translation>
    </message>
    <message>
        <source>Keuze, meer dan één mag</source>
        <translation>Choice, more than one allowed</translation>
    </message>
    <message>
        <source>Keuze</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Keuze of eigen woorden</source>
        <translation>Choice or own words</translation>
    </message>
    <message>
        <source>Getal met eenheid</source>
        <translation>Number with a unit</translation>
    </message>
    <message>
        <source>Kan hier niet worden ingevuld</source>
        <translation>Cannot be filled in here</translation>
    </message>
    <message>
        <source>‘%1’ is ingevuld</source>
        <translation>‘%1’ is filled in</translation>
    </message>
    <message>
        <source>‘%1’ is niet ingevuld</source>
        <translation>‘%1’ is not filled in</translation>
    </message>
    <message>
        <source>‘%1’ is %2</source>
        <translation>‘%1’ is %2</translation>
    </message>
    <message>
        <source>‘%1’ is niet %2</source>
        <translation>‘%1’ is not %2</translation>
    </message>
    <message>
        <source>‘%1’ is meer dan %2</source>
        <translation>‘%1’ is more than %2</translation>
    </message>
    <message>
        <source>‘%1’ is minder dan %2</source>
        <translation>‘%1’ is less than %2</translation>
    </message>
    <message>
        <source>‘%1’ is %2 of meer</source>
        <translation>‘%1’ is %2 or more</translation>
    </message>
    <message>
        <source>‘%1’ is %2 of minder</source>
        <translation>‘%1’ is %2 or less</translation>
    </message>
    <message>
        <source>Alleen als %1</source>
        <translation>Only if %1</translation>
    </message>
    <message>
        <source> en </source>
        <translation> and </translation>
    </message>
    <message>
        <source> of </source>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Bel %1, %2</source>
        <translation>Call %1, %2</translation>
    </message>
    <message>
        <source>Nog te controleren</source>
        <translation>Still to be checked</translation>
    </message>
</context>
<context>
    <name>ChecklistAccessPage</name>
    <message>
        <source>Wie bekeek of veranderde dit</source>
        <translation>Who looked at or changed this</translation>
    </message>
    <message>
        <source>Ook wat zonder verbinding gebeurde. Van een ander toestel staat het hier na de synchronisatie.</source>
        <translation>What happened offline too. From another device it is here after synchronising.</translation>
    </message>
    <message>
        <source>Nog niemand</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Hier komt te staan wie de lijst opent.</source>
        <translation>Who opens the list will be shown here.</translation>
    </message>
</context>
<context>
    <name>ChecklistAnswer</name>
    <message>
        <source>dag-maand-jaar</source>
        <translation>day-month-year</translation>
    </message>
    <message>
        <source>dag-maand-jaar uur:minuut</source>
        <translation>day-month-year hour:minute</translation>
    </message>
    <message>
        <source>uur:minuut</source>
        <translation>hour:minute</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Kies uit de lijst</source>
        <translation>Choose from the list</translation>
    </message>
    <message>
        <source>Haal ‘%1’ weg</source>
        <translation>Remove ‘%1’</translation>
    </message>
    <message>
        <source>Voeg toe</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>eenheid</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>%1 Eenheid</source>
        <translation>%1 Unit</translation>
    </message>
    <message>
        <source>Dit kan de app niet laten invullen</source>
        <translation>The app cannot have this filled in</translation>
    </message>
    <message>
        <source>Het blijft bewaard.</source>
        <translation>It is kept.</translation>
    </message>
    <message>
        <source>U kunt de rest gewoon invullen.</source>
        <translation>You can fill in the rest as usual.</translation>
    </message>
</context>
<context>
    <name>ChecklistHeading</name>
    <message>
        <source>Zaakcode %1</source>
        <translation>Case code %1</translation>
    </message>
    <message>
        <source>Na %1 is de lijst overal gewist. Zet wat in het dossier hoort op tijd over.</source>
        <translation>After %1 the list is erased everywhere. Move what belongs in the file in time.</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message numerus="yes">
        <source>Er moet %n keer gekozen worden</source>
        <translation>
            <numerusform>A choice has to be made %n time</numerusform>
            <numerusform>A choice has to be made %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Twee mensen vulden tegelijk iets anders in. Er is niets verloren. Afronden kan als er gekozen is.</source>
        <translation>Two people gave different answers at the same time. Nothing is lost. You can finish once it is chosen.</translation>
    </message>
    <message>
        <source>Deze lijst is tegelijk twee keer afgerond, met andere antwoorden</source>
        <translation>This list was completed twice at the same time, with different answers</translation>
    </message>
    <message>
        <source>Beide blijven bewaard. Verbeter de lijst om te kiezen wat geldt.</source>
        <translation>Both are kept. Correct the list to choose what counts.</translation>
    </message>
    <message>
        <source>U verbetert een afgeronde lijst</source>
        <translation>You are correcting a completed list</translation>
    </message>
    <message>
        <source>Wat eerder is afgerond, blijft bewaard. Reden: %1</source>
        <translation>What was completed before is kept. Reason: %1</translation>
    </message>
    <message>
        <source>De antwoorden staan vast. Klopt er iets niet, dan maakt u een verbetering. Het oude blijft erbij staan.</source>
        <translation>The answers are fixed. If something is wrong, make a correction. The old answers stay beside it.</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Later binnengekomen antwoord</source>
        <translation>Answer that came in later</translation>
    </message>
    <message>
        <source>(leeggemaakt)</source>
        <translation>(emptied)</translation>
    </message>
    <message>
        <source>%1, %2. Het staat niet in wat is afgerond.</source>
        <translation>%1, %2. It is not in what was completed.</translation>
    </message>
    <message>
        <source>Neem over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Verbeterd door %1, %2: %3</source>
        <translation>Corrected by %1, %2: %3</translation>
    </message>
    <message>
        <source>Afgerond door %1, %2</source>
        <translation>Completed by %1, %2</translation>
    </message>
    <message>
        <source>Let op: dit is daarna veranderd.</source>
        <translation>Note: this was changed afterwards.</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Toon de hele lijst</source>
        <translation>Show the whole list</translation>
    </message>
    <message>
        <source>Toon één vraag per keer</source>
        <translation>Show one question at a time</translation>
    </message>
    <message>
        <source>Meer over deze lijst</source>
        <translation>More about this list</translation>
    </message>
    <message>
        <source>De lijst is afgerond en vergrendeld.</source>
        <translation>The list is completed and locked.</translation>
    </message>
    <message>
        <source>De lijst is gewist, ook bij de anderen na het synchroniseren.</source>
        <translation>The list is erased, for the others too after synchronising.</translation>
    </message>
    <message>
        <source>Verbetering afronden</source>
        <translation>Finish the correction</translation>
    </message>
    <message>
        <source>Afronden</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Deze lijst is er niet meer</source>
        <translation>This list is no longer here</translation>
    </message>
    <message>
        <source>Hij is gewist omdat de bewaartijd voorbij was of omdat iemand hem wiste. Of hij is verplaatst.</source>
        <translation>It was erased because its time was over or because somebody erased it. Or it was moved.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>De antwoorden staan daarna vast. U kunt nog een verbetering maken; wat er eerst stond, blijft bewaard.</source>
        <translation>The answers are fixed after that. You can still make a correction; what stood there first is kept.</translation>
    </message>
    <message>
        <source>Het team %1 kan de lijst lezen.</source>
        <translation>The team %1 can read the list.</translation>
    </message>
    <message>
        <source>Alleen u kunt de lijst lezen. Delen met een team kan ook later.</source>
        <translation>Only you can read the list. You can share it with a team later.</translation>
    </message>
    <message>
        <source>Rond af en vergrendel</source>
        <translation>Finish and lock</translation>
    </message>
    <message>
        <source>Verder invullen</source>
        <translation>Go on filling in</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>De lijst gaat weer open. Wat is afgerond, blijft bewaard.</source>
        <translation>The list opens again. What was completed is kept.</translation>
    </message>
    <message>
        <source>Waarom verbetert u de lijst?</source>
        <translation>Why do you correct the list?</translation>
    </message>
    <message>
        <source>Schrijf geen namen op.</source>
        <translation>Do not write down names.</translation>
    </message>
    <message>
        <source>Open de lijst</source>
        <translation>Open the list</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Nu wordt de lijst gewist na %1. Bewaar niet langer dan nodig.</source>
        <translation>The list is now erased after %1. Keep it no longer than needed.</translation>
    </message>
    <message>
        <source>Bewaren tot en met</source>
        <translation>Keep up to and including</translation>
    </message>
    <message>
        <source>dag-maand-jaar</source>
        <translation>day-month-year</translation>
    </message>
    <message>
        <source>Waarom is dat nodig?</source>
        <translation>Why is that needed?</translation>
    </message>
    <message>
        <source>Bewaar langer</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Nu wissen</source>
        <translation>Erase now</translation>
    </message>
    <message>
        <source>De lijst en alles wat erbij hoort gaat weg, ook bij het team %1. Dit kan niet ongedaan worden gemaakt.</source>
        <translation>The list and all that belongs to it goes, for the team %1 too. This cannot be undone.</translation>
    </message>
    <message>
        <source>De lijst en alles wat erbij hoort gaat weg, op al uw toestellen. Dit kan niet ongedaan worden gemaakt.</source>
        <translation>The list and all that belongs to it goes, on all your devices. This cannot be undone.</translation>
    </message>
    <message>
        <source>Wat is afgedrukt of overgeschreven, blijft waar het is.</source>
        <translation>What was printed or copied stays where it is.</translation>
    </message>
    <message>
        <source>Wis deze lijst</source>
        <translation>Erase this list</translation>
    </message>
    <message>
        <source>Niet wissen</source>
        <translation>Do not erase</translation>
    </message>
    <message>
        <source>Wie kan dit lezen</source>
        <translation>Who can read this</translation>
    </message>
    <message>
        <source>Alleen u</source>
        <translation>Only you</translation>
    </message>
    <message>
        <source>Wie bekeek of veranderde dit</source>
        <translation>Who looked at or changed this</translation>
    </message>
    <message>
        <source>Bewaar als PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Om af te drukken of in het dossier te zetten</source>
        <translation>To print or to put in the file</translation>
    </message>
    <message>
        <source>Wordt gewist na %1</source>
        <translation>Erased after %1</translation>
    </message>
    <message>
        <source>Versie %1. %2</source>
        <translation>Version %1. %2</translation>
    </message>
</context>
<context>
    <name>ChecklistPreviewPage</name>
    <message>
        <source>Toon de hele lijst</source>
        <translation>Show the whole list</translation>
    </message>
    <message>
        <source>Toon één vraag per keer</source>
        <translation>Show one question at a time</translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>U kunt alles proberen. Er wordt niets bewaard.</source>
        <translation>You can try everything. Nothing is kept.</translation>
    </message>
</context>
<context>
    <name>ChecklistRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Er moet gekozen worden</source>
        <translation>A choice has to be made</translation>
    </message>
    <message>
        <source>Er kwam later een antwoord binnen</source>
        <translation>An answer came in later</translation>
    </message>
</context>
<context>
    <name>ChecklistRowView</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Mag leeg blijven</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>Niet ingevuld</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Twee mensen vulden hier tegelijk iets anders in</source>
        <translation>Two people gave different answers here at the same time</translation>
    </message>
    <message>
        <source>Er is niets verloren. Kies welk antwoord blijft.</source>
        <translation>Nothing is lost. Choose which answer stays.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Haal ‘%1 %2’ weg</source>
        <translation>Remove ‘%1 %2’</translation>
    </message>
    <message>
        <source>Voeg toe: %1</source>
        <translation>Add: %1</translation>
    </message>
    <message>
        <source>Nog een: %1</source>
        <translation>Another: %1</translation>
    </message>
</context>
<context>
    <name>ChecklistSharePage</name>
    <message>
        <source>Wie kan dit lezen</source>
        <translation>Who can read this</translation>
    </message>
    <message>
        <source>Het team %1</source>
        <translation>The team %1</translation>
    </message>
    <message>
        <source>Alleen u</source>
        <translation>Only you</translation>
    </message>
    <message>
        <source>Niemand anders heeft de sleutel van deze lijst: ook de beheerder van de server niet.</source>
        <translation>Nobody else has the key of this list: not the administrator of the server either.</translation>
    </message>
    <message>
        <source>Delen met een team</source>
        <translation>Share with a team</translation>
    </message>
    <message>
        <source>Kies een team. U ziet eerst wie het dan kunnen lezen.</source>
        <translation>Choose a team. First you see who will be able to read it.</translation>
    </message>
    <message numerus="yes">
        <source>%n persoon/personen</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>U zit nog niet in een team</source>
        <translation>You are not in a team yet</translation>
    </message>
    <message>
        <source>Uw coördinator maakt teams en zet u erin. Daarna kunt u een lijst delen.</source>
        <translation>Your coordinator makes teams and puts you in one. After that you can share a list.</translation>
    </message>
    <message>
        <source>Deze mensen kunnen de lijst dan lezen en invullen</source>
        <translation>These people will be able to read and fill in the list</translation>
    </message>
    <message>
        <source>Wie later in het team komt, kan de lijst ook lezen. U kunt hem terughalen, maar wat iemand dan al gelezen heeft, kan niet terug.</source>
        <translation>Who joins the team later can read the list too. You can take it back, but what somebody has read by then cannot be unread.</translation>
    </message>
    <message>
        <source>Deel met %1</source>
        <translation>Share with %1</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>De lijst is dan weer alleen van u. Collega’s raken hem kwijt bij hun volgende synchronisatie. Wat zij lazen, afdrukten of overschreven, kan niet terug.</source>
        <translation>The list is then yours alone again. Colleagues lose it when they next synchronise. What they read, printed or copied cannot be taken back.</translation>
    </message>
    <message>
        <source>Alleen wie de lijst deelde, kan hem terughalen.</source>
        <translation>Only who shared the list can take it back.</translation>
    </message>
    <message>
        <source>Haal de lijst terug</source>
        <translation>Take the list back</translation>
    </message>
</context>
<context>
    <name>ChecklistStartPage</name>
    <message>
        <source>Zaakcode</source>
        <translation>Case code</translation>
    </message>
    <message>
        <source>Geen naam en geen geboortedatum. Kies iets wat u zelf herkent, zoals een nummer. Leeg mag ook.</source>
        <translation>No name and no date of birth. Choose something you recognise, such as a number. It may be empty.</translation>
    </message>
    <message>
        <source>Alleen u kunt deze lijst lezen</source>
        <translation>Only you can read this list</translation>
    </message>
    <message>
        <source>U kunt hem later met een team delen. De lijst wordt vanzelf gewist als de bewaartijd voorbij is.</source>
        <translation>You can share it with a team later. The list is erased by itself when its time is over.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>ChecklistStrip</name>
    <message>
        <source>Gedeeld met %1</source>
        <translation>Shared with %1</translation>
    </message>
    <message>
        <source>Alleen u kunt dit lezen</source>
        <translation>Only you can read this</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>Afronden</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Weggehaald</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message numerus="yes">
        <source>Nog %n verplicht</source>
        <translation>
            <numerusform>%n still required</numerusform>
            <numerusform>%n still required</numerusform>
        </translation>
    </message>
    <message>
        <source>Naar de eerste vraag die nog open is</source>
        <translation>To the first question that is still open</translation>
    </message>
    <message>
        <source>%1 van %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Vraag %1 van %2</source>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>ChecklistsPage</name>
    <message>
        <source>Signaleren</source>
        <translation>Signalling</translation>
    </message>
    <message>
        <source>Open lijsten</source>
        <translation>Open lists</translation>
    </message>
    <message>
        <source>Begin een nieuwe lijst</source>
        <translation>Begin a new list</translation>
    </message>
    <message>
        <source>Afgeronde lijsten</source>
        <translation>Completed lists</translation>
    </message>
    <message>
        <source>Er zijn nog geen lijsten om in te vullen</source>
        <translation>There are no lists to fill in yet</translation>
    </message>
    <message>
        <source>Zet de zes meegeleverde lijsten klaar, of haal een eigen lijst binnen.</source>
        <translation>Set out the six lists that come with the app, or import one of your own.</translation>
    </message>
    <message>
        <source>Uw coördinator zet ze klaar.</source>
        <translation>Your coordinator sets them out.</translation>
    </message>
    <message>
        <source>Naar de lijsten in beheer</source>
        <translation>To the lists under Manage</translation>
    </message>
</context>
<context>
    <name>ConflictField</name>
    <message>
        <source>Verwijderd en gewijzigd</source>
        <translation>Deleted and changed</translation>
    </message>
    <message>
        <source>U nam uw keuze terug. Kies opnieuw, of laat het zo: de eerste waarde staat er nu.</source>
        <translation>You took back your choice. Choose again, or leave it: the first value stands now.</translation>
    </message>
    <message>
        <source>Verwijderd door %1, maar %2 wijzigde het tegelijk.</source>
        <translation>Deleted by %1, but %2 changed it at the same time.</translation>
    </message>
    <message>
        <source>Beide houden</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>De teksten komen onder elkaar</source>
        <translation>One text comes below the other</translation>
    </message>
    <message>
        <source>Zelf schrijven</source>
        <translation>Write it yourself</translation>
    </message>
    <message>
        <source>%1: zo moet het zijn</source>
        <translation>%1: how it should be</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Alles is gekozen</source>
        <translation>Everything is chosen</translation>
    </message>
    <message>
        <source>Uw keuze geldt voor iedereen. Wat niet gekozen is, blijft in de geschiedenis staan.</source>
        <translation>Your choice counts for everyone. What was not chosen stays in the history.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ConflictValue</name>
    <message>
        <source>Verwijderd</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>(leeggemaakt)</source>
        <translation>(emptied)</translation>
    </message>
    <message>
        <source>door %1, %2</source>
        <translation>by %1, %2</translation>
    </message>
    <message>
        <source>Verwijderd laten</source>
        <translation>Leave deleted</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Dit houden</source>
        <translation>Keep this</translation>
    </message>
    <message>
        <source>Dat houden</source>
        <translation>Keep that</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Te kiezen</source>
        <translation>To choose</translation>
    </message>
    <message>
        <source>Hier hebben twee mensen tegelijk iets anders ingevuld. Er is niets verloren: u kiest wat blijft.</source>
        <translation>Here two people filled in something different at the same time. Nothing is lost: you choose what stays.</translation>
    </message>
    <message>
        <source>Niets te kiezen</source>
        <translation>Nothing to choose</translation>
    </message>
    <message>
        <source>Als twee mensen tegelijk iets anders invullen, ziet u dat hier. Er gaat nooit iets stilletjes weg.</source>
        <translation>When two people fill in something different at the same time, you see it here. Nothing ever disappears quietly.</translation>
    </message>
    <message>
        <source>Naar vandaag</source>
        <translation>To today</translation>
    </message>
</context>
<context>
    <name>DetailAgreements</name>
    <message>
        <source>Grondslag</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Verantwoordelijk voor</source>
        <translation>Responsible for</translation>
    </message>
    <message>
        <source>Bevoegdheid</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Wettelijke bevoegdheid</source>
        <translation>Statutory power</translation>
    </message>
    <message>
        <source>Dit staat in de wet.</source>
        <translation>This is in the law.</translation>
    </message>
    <message>
        <source>Samenwerkingsafspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Dit hebben partners afgesproken. Het staat niet in de wet.</source>
        <translation>Partners have agreed this. It is not in the law.</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Nog niet verstuurd</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Bel %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Geen favoriet meer</source>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Maak favoriet</source>
        <translation>Make favourite</translation>
    </message>
    <message>
        <source>Notitie voor uzelf</source>
        <translation>Note to yourself</translation>
    </message>
    <message>
        <source>Kopieer als tekst om te delen</source>
        <translation>Copy as text to share</translation>
    </message>
    <message>
        <source>Gekopieerd. Plak het waar u wilt.</source>
        <translation>Copied. Paste it where you like.</translation>
    </message>
    <message>
        <source>Bewerken</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Geschiedenis</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Uw notitie</source>
        <translation>Your note</translation>
    </message>
    <message>
        <source>Aanpassen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Let op</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>Dit is verwijderd</source>
        <translation>This was deleted</translation>
    </message>
    <message>
        <source>Niemand vindt het meer. U kunt het terugzetten.</source>
        <translation>Nobody can find it any more. You can restore it.</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Hier zijn twee versies van</source>
        <translation>There are two versions of this</translation>
    </message>
    <message>
        <source>Collega’s hebben tegelijk iets verschillends ingevuld. Beide versies zijn bewaard.</source>
        <translation>Colleagues filled in different things at the same time. Both versions were kept.</translation>
    </message>
    <message>
        <source>Vergelijk en kies</source>
        <translation>Compare and choose</translation>
    </message>
</context>
<context>
    <name>DetailHours</name>
    <message>
        <source>Openingstijden</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Dienst</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>DetailPeople</name>
    <message>
        <source>Contactpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Weet uit ervaring waar het over gaat</source>
        <translation>Knows this from experience</translation>
    </message>
</context>
<context>
    <name>DetailPlaces</name>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Het adres is vertrouwelijk</source>
        <translation>The address is confidential</translation>
    </message>
    <message>
        <source>Het staat niet op dit toestel. Bel om een afspraak te maken.</source>
        <translation>It is not on this device. Call to make an appointment.</translation>
    </message>
    <message>
        <source>Vertrouwelijk: geef dit adres aan niemand door</source>
        <translation>Confidential: give this address to nobody</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
</context>
<context>
    <name>DetailText</name>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>gesloten</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>dag en nacht</source>
        <translation>day and night</translation>
    </message>
    <message>
        <source> en </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Van %1 tot en met %2 jaar</source>
        <translation>From %1 to %2 years old</translation>
    </message>
    <message>
        <source>Vanaf %1 jaar</source>
        <translation>From %1 years old</translation>
    </message>
    <message>
        <source>Tot en met %1 jaar</source>
        <translation>Up to %1 years old</translation>
    </message>
    <message>
        <source>Had voor %1 herzien moeten zijn</source>
        <translation>Should have been reviewed before %1</translation>
    </message>
    <message>
        <source>Herzien voor %1</source>
        <translation>Review before %1</translation>
    </message>
    <message>
        <source>Neemt nu verwijzingen aan</source>
        <translation>Takes referrals now</translation>
    </message>
    <message>
        <source>Neemt nu geen verwijzingen aan</source>
        <translation>Takes no referrals now</translation>
    </message>
    <message>
        <source>%1 (stand van %2)</source>
        <translation>%1 (as of %2)</translation>
    </message>
</context>
<context>
    <name>DetailTrust</name>
    <message>
        <source>%1 door %2</source>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>Dit is lang niet gecontroleerd. Bel voor de zekerheid voordat u iemand stuurt.</source>
        <translation>This was not checked for a long time. Call to be sure before you send somebody.</translation>
    </message>
    <message>
        <source>Klopt niet meer, volgens %1 (%2)</source>
        <translation>No longer right, says %1 (%2)</translation>
    </message>
    <message>
        <source>Trek uw opmerking in</source>
        <translation>Withdraw your remark</translation>
    </message>
    <message>
        <source>Ik heb het nagekeken</source>
        <translation>I have checked it</translation>
    </message>
    <message>
        <source>Klopt niet meer</source>
        <translation>No longer right</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wat het is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Aanmelden en verwijzen</source>
        <translation>Signing up and referring</translation>
    </message>
    <message>
        <source>Wachttijd: %1</source>
        <translation>Waiting time: %1</translation>
    </message>
    <message>
        <source>Meenemen: %1</source>
        <translation>Bring: %1</translation>
    </message>
    <message>
        <source>Kosten en talen</source>
        <translation>Costs and languages</translation>
    </message>
    <message>
        <source>Talen: %1</source>
        <translation>Languages: %1</translation>
    </message>
    <message>
        <source>Wat er wordt ingezet</source>
        <translation>What is used</translation>
    </message>
    <message>
        <source>Meer gegevens</source>
        <translation>More details</translation>
    </message>
</context>
<context>
    <name>DuplicatePair</name>
    <message>
        <source>Is hetzelfde, deze houden</source>
        <translation>Is the same, keep this one</translation>
    </message>
    <message>
        <source>Is niet hetzelfde</source>
        <translation>Is not the same</translation>
    </message>
    <message>
        <source>bijna zeker hetzelfde</source>
        <translation>almost certainly the same</translation>
    </message>
    <message>
        <source>waarschijnlijk hetzelfde</source>
        <translation>probably the same</translation>
    </message>
    <message>
        <source>misschien hetzelfde</source>
        <translation>perhaps the same</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Dubbelen</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Geen dubbelen gevonden</source>
        <translation>No duplicates found</translation>
    </message>
    <message>
        <source>De app vergelijkt namen, telefoonnummers, websites en postcodes.</source>
        <translation>The app compares names, phone numbers, websites and postcodes.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>EditField</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Haal ‘%1’ weg</source>
        <translation>Take ‘%1’ away</translation>
    </message>
    <message>
        <source>Voeg toe</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Voeg toe aan %1</source>
        <translation>Add to %1</translation>
    </message>
    <message>
        <source>Kies</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Staat niet op dit toestel</source>
        <translation>Not on this device</translation>
    </message>
</context>
<context>
    <name>EditPage</name>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bewerken</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bewaard op dit toestel</source>
        <translation>Saved on this device</translation>
    </message>
    <message>
        <source>‘%1’ is verwijderd</source>
        <translation>‘%1’ was deleted</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>U was hier nog mee bezig</source>
        <translation>You were still working on this</translation>
    </message>
    <message>
        <source>Wat u had ingevuld, is bewaard op dit toestel.</source>
        <translation>What you had filled in was kept on this device.</translation>
    </message>
    <message>
        <source>Ga verder waar u was</source>
        <translation>Go on where you were</translation>
    </message>
    <message>
        <source>Gooi dat weg</source>
        <translation>Throw that away</translation>
    </message>
    <message>
        <source>Telefoon, openingstijden en adres kunt u toevoegen zodra u hebt bewaard.</source>
        <translation>You can add telephone, opening hours and address once you have saved.</translation>
    </message>
    <message>
        <source>Haal ‘%1’ hier weg</source>
        <translation>Take ‘%1’ away from here</translation>
    </message>
    <message>
        <source>Voeg toe: %1</source>
        <translation>Add: %1</translation>
    </message>
    <message>
        <source>Verwijder dit</source>
        <translation>Delete this</translation>
    </message>
    <message>
        <source>Nog niet bewaard</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Wat u hebt veranderd, is nog niet bewaard.</source>
        <translation>What you changed is not saved yet.</translation>
    </message>
    <message>
        <source>Gooi de wijzigingen weg</source>
        <translation>Throw the changes away</translation>
    </message>
    <message>
        <source>Verder bewerken</source>
        <translation>Keep editing</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>Vul hier een getal in dat kan kloppen, zoals 18.</source>
        <translation>Fill in a number that can be right, such as 18.</translation>
    </message>
    <message>
        <source>Schrijf de datum als 2026-03-01.</source>
        <translation>Write the date as 2026-03-01.</translation>
    </message>
    <message>
        <source>Schrijf de tijd als 09:30.</source>
        <translation>Write the time as 09:30.</translation>
    </message>
    <message>
        <source>Dit is geen e-mailadres.</source>
        <translation>This is not an email address.</translation>
    </message>
    <message>
        <source>Dit is geen webadres. Schrijf het als https://voorbeeld.nl.</source>
        <translation>This is not a web address. Write it as https://voorbeeld.nl.</translation>
    </message>
    <message>
        <source>Dit past hier niet.</source>
        <translation>This does not fit here.</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Bewaren als bestand</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>De sociale kaart komt in een nieuwe map. Wie de map heeft, kan alles lezen wat erin staat. Geheime adressen gaan nooit mee.</source>
        <translation>The social map goes into a new folder. Whoever has the folder can read everything in it. Secret addresses never go along.</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Voor andere systemen (HSDS 3.1)</source>
        <translation>For other systems (HSDS 3.1)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Voor een rekenblad</source>
        <translation>For a spreadsheet</translation>
    </message>
    <message>
        <source>Kies waar</source>
        <translation>Choose where</translation>
    </message>
    <message>
        <source>Dit lukte niet</source>
        <translation>This did not work</translation>
    </message>
    <message>
        <source>Bewaard</source>
        <translation>Saved</translation>
    </message>
    <message numerus="yes">
        <source>%1. Van %n veld(en) die nog gekozen moeten worden staat de getoonde waarde erin.</source>
        <translation>
            <numerusform>%1. For %n field that still has to be chosen, it has the value that is shown.</numerusform>
            <numerusform>%1. For %n fields that still have to be chosen, it has the values that are shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wat erin staat</source>
        <translation>What is in it</translation>
    </message>
    <message>
        <source>Waar mag de map staan?</source>
        <translation>Where may the folder go?</translation>
    </message>
</context>
<context>
    <name>FacetsSheet</name>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Alleen wat nu open is</source>
        <translation>Only what is open now</translation>
    </message>
    <message>
        <source>Wis alle filters</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>Toon wat er is gevonden</source>
        <translation>Show what was found</translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message>
        <source>Mijn favorieten</source>
        <translation>My favourites</translation>
    </message>
    <message>
        <source>Nog geen favorieten</source>
        <translation>No favourites yet</translation>
    </message>
    <message>
        <source>Druk bij een dienst op het hart. Alleen u ziet wat u kiest.</source>
        <translation>Press the heart of a service. Only you see what you choose.</translation>
    </message>
    <message>
        <source>Naar de sociale kaart</source>
        <translation>To the social map</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Verberg wachtzin</source>
        <translation>Hide passphrase</translation>
    </message>
    <message>
        <source>Toon wachtzin</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Wis</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Caps Lock lijkt aan te staan.</source>
        <translation>Caps Lock seems to be on.</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>Ingevuld in een ander programma.</source>
        <translation>Filled in with another program.</translation>
    </message>
    <message>
        <source>Dit is nog niet ingevuld.</source>
        <translation>This is not filled in yet.</translation>
    </message>
    <message>
        <source>Hier past maar één antwoord.</source>
        <translation>Only one answer fits here.</translation>
    </message>
    <message>
        <source>Dit is te lang: hoogstens %1 tekens.</source>
        <translation>This is too long: at most %1 characters.</translation>
    </message>
    <message>
        <source>Dit antwoord staat niet in de lijst.</source>
        <translation>This answer is not in the list.</translation>
    </message>
    <message>
        <source>Kies iets van %1 tot en met %2.</source>
        <translation>Choose something from %1 up to and including %2.</translation>
    </message>
    <message>
        <source>Kies %1 of meer.</source>
        <translation>Choose %1 or more.</translation>
    </message>
    <message>
        <source>Kies %1 of minder.</source>
        <translation>Choose %1 or less.</translation>
    </message>
    <message>
        <source>Schrijf een datum, zoals 1-3-2026.</source>
        <translation>Write a date, such as 1-3-2026.</translation>
    </message>
    <message>
        <source>Schrijf een datum en een tijd, zoals 1-3-2026 09:30.</source>
        <translation>Write a date and a time, such as 1-3-2026 09:30.</translation>
    </message>
    <message>
        <source>Schrijf een tijd, zoals 09:30.</source>
        <translation>Write a time, such as 09:30.</translation>
    </message>
    <message>
        <source>Schrijf een heel getal.</source>
        <translation>Write a whole number.</translation>
    </message>
    <message>
        <source>Schrijf een getal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Schrijf een webadres, zonder spaties.</source>
        <translation>Write a web address, without spaces.</translation>
    </message>
    <message>
        <source>Dit past niet bij de vraag.</source>
        <translation>This does not fit the question.</translation>
    </message>
    <message>
        <source>Dit antwoord kan de app niet lezen. Het blijft bewaard.</source>
        <translation>The app cannot read this answer. It is kept.</translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message>
        <source>Nog niet alles is opgehaald. Dat gaat vanzelf verder: %1.</source>
        <translation>Not everything has been fetched yet. It carries on by itself: %1.</translation>
    </message>
    <message>
        <source>De kaart van uw regio komt binnen. U kunt alvast zoeken in wat er is.</source>
        <translation>The map of your region is coming in. You can already search what is there.</translation>
    </message>
    <message>
        <source>Ophalen</source>
        <translation>Fetching</translation>
    </message>
    <message>
        <source>Nog niet alles is opgehaald. Dat gaat vanzelf verder zodra er verbinding is.</source>
        <translation>Not everything has been fetched yet. It goes on by itself as soon as there is a connection.</translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Geschiedenis</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Wijzigingen</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>eerst: %1</source>
        <translation>before: %1</translation>
    </message>
    <message>
        <source>Eerst: %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 · later vervangen</source>
        <translation>%1, %2 · replaced later</translation>
    </message>
    <message>
        <source>Geen geschiedenis</source>
        <translation>No history</translation>
    </message>
    <message>
        <source>Hier is op dit toestel niets over bekend.</source>
        <translation>Nothing is known about this on this device.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Binnenhalen</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Dit lukte niet</source>
        <translation>This did not work</translation>
    </message>
    <message>
        <source>Kies een bestand of map in HSDS (JSON, CSV of zip). U ziet eerst wat er zou veranderen. Er wordt nog niets geschreven.</source>
        <translation>Choose a file or folder in HSDS (JSON, CSV or zip). You first see what would change. Nothing is written yet.</translation>
    </message>
    <message>
        <source>Kies een bestand</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Kies een map</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>%1 bekijken</source>
        <translation>Looking at %1</translation>
    </message>
    <message>
        <source>%1 binnenhalen</source>
        <translation>Importing %1</translation>
    </message>
    <message>
        <source>U kunt gewoon verder werken. Stopt u, dan blijft staan wat er al binnen is.</source>
        <translation>You can simply carry on working. If you stop, what is already in stays.</translation>
    </message>
    <message>
        <source>Er wordt nog niets geschreven.</source>
        <translation>Nothing is written yet.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dit zou er veranderen</source>
        <translation>This would change</translation>
    </message>
    <message>
        <source>Gestopt</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Binnengehaald</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Er is nog niets geschreven.</source>
        <translation>Nothing has been written yet.</translation>
    </message>
    <message>
        <source>Wat hieronder staat, is binnen. Haalt u hetzelfde bestand nog eens binnen, dan gaat het verder.</source>
        <translation>What is listed below is in. If you import the same file once more, it carries on.</translation>
    </message>
    <message>
        <source>Het gaat mee naar uw collega’s zodra er verbinding is.</source>
        <translation>It goes to your colleagues as soon as there is a connection.</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Hetzelfde gebleven</source>
        <translation>Stayed the same</translation>
    </message>
    <message numerus="yes">
        <source>Staat niet meer in het bestand: %n</source>
        <translation>
            <numerusform>No longer in the file: %n</numerusform>
            <numerusform>No longer in the file: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Dit blijft gewoon staan. U beslist zelf wat weg mag.</source>
        <translation>This simply stays. You decide what may go.</translation>
    </message>
    <message>
        <source>Wat niet paste, en wat ermee gedaan is. Deze regels zijn in het Engels.</source>
        <translation>What did not fit, and what was done with it. These lines are in English.</translation>
    </message>
    <message>
        <source>Haal binnen</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Better not</translation>
    </message>
    <message>
        <source>Nog een bestand</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>HSDS (*.json *.csv *.zip)</source>
        <translation>HSDS (*.json *.csv *.zip)</translation>
    </message>
    <message>
        <source>Alle bestanden (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>Bijzonderheden: %n</source>
        <translation>
            <numerusform>Particulars: %n</numerusform>
            <numerusform>Particulars: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationField</name>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Uw uitnodiging</source>
        <translation>Your invitation</translation>
    </message>
    <message>
        <source>Plak de link die u kreeg, of typ hem over. Hij begint met veldwijzer:join/</source>
        <translation>Paste the link you were given, or type it in. It starts with veldwijzer:join/</translation>
    </message>
    <message>
        <source>Plakken</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>QR-code uit een foto</source>
        <translation>QR code from a photo</translation>
    </message>
    <message>
        <source>Kies een foto van de QR-code</source>
        <translation>Choose a photo of the QR code</translation>
    </message>
    <message>
        <source>Plaatjes</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>QR-code scannen</source>
        <translation>Scan a QR code</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Uitnodigingen</source>
        <translation>Invitations</translation>
    </message>
    <message>
        <source>Nieuwe uitnodiging</source>
        <translation>New invitation</translation>
    </message>
    <message>
        <source>Er is nog niemand uitgenodigd vanaf dit toestel.</source>
        <translation>Nobody has been invited from this device yet.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Uitnodiging intrekken?</source>
        <translation>Withdraw the invitation?</translation>
    </message>
    <message>
        <source>Wie de code nog niet gebruikte, kan er niet meer mee naar binnen. Wie al binnen is, blijft.</source>
        <translation>Whoever has not used the code yet can no longer get in with it. Whoever is already in stays.</translation>
    </message>
    <message>
        <source>Laten staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>In het voorbeeld kunt u niemand uitnodigen</source>
        <translation>In the sample you cannot invite anybody</translation>
    </message>
    <message>
        <source>Het staat alleen op dit toestel.</source>
        <translation>It is on this device only.</translation>
    </message>
</context>
<context>
    <name>InvitePage</name>
    <message>
        <source>Uitnodigen</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Bewaard als PDF</source>
        <translation>Saved as PDF</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Zoekt, vult aan en verbetert de sociale kaart</source>
        <translation>Searches, adds to and corrects the social map</translation>
    </message>
    <message>
        <source>Redacteur</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Ziet ook geheime adressen en houdt ze bij</source>
        <translation>Also sees secret addresses and keeps them up to date</translation>
    </message>
    <message>
        <source>Coördinator</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>Mag alles, ook mensen uitnodigen</source>
        <translation>May do everything, also invite people</translation>
    </message>
    <message>
        <source>Bezoeker</source>
        <translation>Attendee</translation>
    </message>
    <message>
        <source>Alleen het programma van een bijeenkomst</source>
        <translation>Only the programme of a meeting</translation>
    </message>
    <message>
        <source>Hoe vaak te gebruiken?</source>
        <translation>How many times can it be used?</translation>
    </message>
    <message>
        <source>Eén keer</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>Tien keer</source>
        <translation>Ten times</translation>
    </message>
    <message>
        <source>Voor een team</source>
        <translation>For a team</translation>
    </message>
    <message>
        <source>Honderd keer</source>
        <translation>A hundred times</translation>
    </message>
    <message>
        <source>Voor een zaal vol mensen</source>
        <translation>For a room full of people</translation>
    </message>
    <message>
        <source>Hoe lang geldig?</source>
        <translation>Valid for how long?</translation>
    </message>
    <message>
        <source>Eén uur</source>
        <translation>One hour</translation>
    </message>
    <message>
        <source>Twee dagen</source>
        <translation>Two days</translation>
    </message>
    <message>
        <source>Twee weken</source>
        <translation>Two weeks</translation>
    </message>
    <message>
        <source>Maak de uitnodiging</source>
        <translation>Make the invitation</translation>
    </message>
    <message>
        <source>QR-code van de uitnodiging</source>
        <translation>QR code of the invitation</translation>
    </message>
    <message>
        <source>De code werkt zodra dit toestel gesynchroniseerd heeft. Wie hem heeft, kan ermee naar binnen.</source>
        <translation>The code works as soon as this device has synced. Whoever has it can get in with it.</translation>
    </message>
    <message>
        <source>Laat uw collega deze code scannen. Wie hem heeft, kan ermee naar binnen.</source>
        <translation>Let your colleague scan this code. Whoever has it can get in with it.</translation>
    </message>
    <message>
        <source>Of stuur de link</source>
        <translation>Or send the link</translation>
    </message>
    <message>
        <source>Link kopiëren</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <source>Nog een maken</source>
        <translation>Make another one</translation>
    </message>
    <message>
        <source>Waar mag de PDF staan?</source>
        <translation>Where may the PDF go?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF om af te drukken</source>
        <translation>PDF to print</translation>
    </message>
</context>
<context>
    <name>JoiningPage</name>
    <message>
        <source>Meedoen</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Aanmelden bij de regio</source>
        <translation>Signing up with the region</translation>
    </message>
    <message>
        <source>Dit toestel wordt beveiligd</source>
        <translation>Securing this device</translation>
    </message>
    <message>
        <source>U kunt de app sluiten; na het openen gaat dit verder waar het was.</source>
        <translation>You can close the app; this carries on where it was when you open it again.</translation>
    </message>
    <message>
        <source>De sleutels van dit toestel worden gemaakt. Dit duurt een paar tellen.</source>
        <translation>The keys of this device are being made. This takes a few seconds.</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Probeer opnieuw</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Uw naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Leeg laten kan, als u hem al had ingevuld.</source>
        <translation>You can leave this empty if you filled it in before.</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Vandaag, sociale kaart, …</source>
        <translation>Today, social map, …</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation>Quick exit</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Synchroniseren</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Dit overzicht</source>
        <translation>This overview</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>voorziening voor toegankelijkheid</source>
        <translation>accessibility feature</translation>
    </message>
    <message>
        <source>voorzieningen voor toegankelijkheid</source>
        <translation>accessibility features</translation>
    </message>
    <message>
        <source>adres</source>
        <translation>address</translation>
    </message>
    <message>
        <source>adressen</source>
        <translation>addresses</translation>
    </message>
    <message>
        <source>samenwerkingsafspraak</source>
        <translation>working agreement</translation>
    </message>
    <message>
        <source>samenwerkingsafspraken</source>
        <translation>working agreements</translation>
    </message>
    <message>
        <source>kenmerk</source>
        <translation>attribute</translation>
    </message>
    <message>
        <source>kenmerken</source>
        <translation>attributes</translation>
    </message>
    <message>
        <source>contactpersoon</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>contactpersonen</source>
        <translation>contacts</translation>
    </message>
    <message>
        <source>kostenregel</source>
        <translation>cost item</translation>
    </message>
    <message>
        <source>kostenregels</source>
        <translation>cost items</translation>
    </message>
    <message>
        <source>bijeenkomst</source>
        <translation>meeting</translation>
    </message>
    <message>
        <source>bijeenkomsten</source>
        <translation>meetings</translation>
    </message>
    <message>
        <source>financiering</source>
        <translation>funding source</translation>
    </message>
    <message>
        <source>financieringen</source>
        <translation>funding sources</translation>
    </message>
    <message>
        <source>cijfer</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>cijfers</source>
        <translation>figures</translation>
    </message>
    <message>
        <source>interventie</source>
        <translation>intervention</translation>
    </message>
    <message>
        <source>interventies</source>
        <translation>interventions</translation>
    </message>
    <message>
        <source>taal</source>
        <translation>language</translation>
    </message>
    <message>
        <source>talen</source>
        <translation>languages</translation>
    </message>
    <message>
        <source>locatie</source>
        <translation>location</translation>
    </message>
    <message>
        <source>locaties</source>
        <translation>locations</translation>
    </message>
    <message>
        <source>herkomstregel</source>
        <translation>note of origin</translation>
    </message>
    <message>
        <source>herkomstregels</source>
        <translation>notes of origin</translation>
    </message>
    <message>
        <source>organisatie</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>organisaties</source>
        <translation>organisations</translation>
    </message>
    <message>
        <source>kenmerknummer</source>
        <translation>identifier</translation>
    </message>
    <message>
        <source>kenmerknummers</source>
        <translation>identifiers</translation>
    </message>
    <message>
        <source>telefoonnummer</source>
        <translation>phone number</translation>
    </message>
    <message>
        <source>telefoonnummers</source>
        <translation>phone numbers</translation>
    </message>
    <message>
        <source>programma</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>programma’s</source>
        <translation>programmes</translation>
    </message>
    <message>
        <source>instelling van de regio</source>
        <translation>region setting</translation>
    </message>
    <message>
        <source>instellingen van de regio</source>
        <translation>region settings</translation>
    </message>
    <message>
        <source>document om mee te nemen</source>
        <translation>document to bring</translation>
    </message>
    <message>
        <source>documenten om mee te nemen</source>
        <translation>documents to bring</translation>
    </message>
    <message>
        <source>openingstijd</source>
        <translation>opening time</translation>
    </message>
    <message>
        <source>openingstijden</source>
        <translation>opening times</translation>
    </message>
    <message>
        <source>dienst</source>
        <translation>service</translation>
    </message>
    <message>
        <source>diensten</source>
        <translation>services</translation>
    </message>
    <message>
        <source>werkgebied</source>
        <translation>service area</translation>
    </message>
    <message>
        <source>werkgebieden</source>
        <translation>service areas</translation>
    </message>
    <message>
        <source>plek van een dienst</source>
        <translation>place of a service</translation>
    </message>
    <message>
        <source>plekken van diensten</source>
        <translation>places of services</translation>
    </message>
    <message>
        <source>beschikbare ruimte</source>
        <translation>free capacity</translation>
    </message>
    <message>
        <source>opgaven van beschikbare ruimte</source>
        <translation>reports of free capacity</translation>
    </message>
    <message>
        <source>onderdeel van een programma</source>
        <translation>part of a programme</translation>
    </message>
    <message>
        <source>onderdelen van een programma</source>
        <translation>parts of a programme</translation>
    </message>
    <message>
        <source>zoekwoord</source>
        <translation>search word</translation>
    </message>
    <message>
        <source>zoekwoorden</source>
        <translation>search words</translation>
    </message>
    <message>
        <source>begrippenlijst</source>
        <translation>list of terms</translation>
    </message>
    <message>
        <source>begrippenlijsten</source>
        <translation>lists of terms</translation>
    </message>
    <message>
        <source>begrip</source>
        <translation>term</translation>
    </message>
    <message>
        <source>begrippen</source>
        <translation>terms</translation>
    </message>
    <message>
        <source>eenheid</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>eenheden</source>
        <translation>units</translation>
    </message>
    <message>
        <source>link</source>
        <translation>link</translation>
    </message>
    <message>
        <source>links</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Samenvatting</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Toegankelijkheid</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Erkenningen</source>
        <translation>Accreditations</translation>
    </message>
    <message>
        <source>Meer links</source>
        <translation>More links</translation>
    </message>
    <message>
        <source>Meer websites</source>
        <translation>More websites</translation>
    </message>
    <message>
        <source>Straat en huisnummer</source>
        <translation>Street and house number</translation>
    </message>
    <message>
        <source>Adres, tweede regel</source>
        <translation>Address, second line</translation>
    </message>
    <message>
        <source>Soort adres</source>
        <translation>Kind of address</translation>
    </message>
    <message>
        <source>Adressen</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>Samenwerkingsafspraken</source>
        <translation>Working agreements</translation>
    </message>
    <message>
        <source>Let op</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>Andere naam</source>
        <translation>Other name</translation>
    </message>
    <message>
        <source>Bedrag</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Uitleg bij het bedrag</source>
        <translation>About the amount</translation>
    </message>
    <message>
        <source>Aanmelden en verwijzen</source>
        <translation>Signing up and referring</translation>
    </message>
    <message>
        <source>Gecontroleerd op</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>Gecontroleerd door</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>E-mail van wie controleerde</source>
        <translation>Email of who checked</translation>
    </message>
    <message>
        <source>Ter attentie van</source>
        <translation>For the attention of</translation>
    </message>
    <message>
        <source>Kenmerken</source>
        <translation>Attributes</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>Who it is for</translation>
    </message>
    <message>
        <source>Bevoegdheid</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Bereikbaar</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Plaatsen vrij</source>
        <translation>Places free</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Op welke dagen</source>
        <translation>On which days</translation>
    </message>
    <message>
        <source>Op welke dag van de maand</source>
        <translation>On which day of the month</translation>
    </message>
    <message>
        <source>In welke weken</source>
        <translation>In which weeks</translation>
    </message>
    <message>
        <source>Op welke dag van het jaar</source>
        <translation>On which day of the year</translation>
    </message>
    <message>
        <source>Beschikbare ruimte</source>
        <translation>Free capacity</translation>
    </message>
    <message>
        <source>Nagekeken op</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Gesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Sluit om</source>
        <translation>Closes at</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Geheim adres</source>
        <translation>Secret address</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contactpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Kosten</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>Aantal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Munt</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Bron</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Databank</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Verwijderd</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Afdeling</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Beschrijving</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Domein</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Duur</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Voorwaarden</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Einde</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Bijeenkomst</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Toestelnummer</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Omtrek op de kaart</source>
        <translation>Outline on the map</translation>
    </message>
    <message>
        <source>Soort omtrek</source>
        <translation>Kind of outline</translation>
    </message>
    <message>
        <source>Nummer elders</source>
        <translation>Number elsewhere</translation>
    </message>
    <message>
        <source>Soort nummer elders</source>
        <translation>Kind of number elsewhere</translation>
    </message>
    <message>
        <source>Uitleg over kosten</source>
        <translation>About the costs</translation>
    </message>
    <message>
        <source>Veld</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Financiering</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Stelsel van het nummer</source>
        <translation>Number scheme</translation>
    </message>
    <message>
        <source>Soort nummer</source>
        <translation>Kind of number</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Om de hoeveel</source>
        <translation>Every how many</translation>
    </message>
    <message>
        <source>Interventies</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Tekst van de link</source>
        <translation>Text of the link</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Talen</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Datum van de wijziging</source>
        <translation>Date of the change</translation>
    </message>
    <message>
        <source>Soort wijziging</source>
        <translation>Kind of change</translation>
    </message>
    <message>
        <source>Laatst gewijzigd bij de bron</source>
        <translation>Last changed at the source</translation>
    </message>
    <message>
        <source>Breedtegraad</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Wettelijke basis</source>
        <translation>Basis in law</translation>
    </message>
    <message>
        <source>Rechtsvorm</source>
        <translation>Legal form</translation>
    </message>
    <message>
        <source>Vergunningen</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Hoort bij</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Soort waar het bij hoort</source>
        <translation>Kind it belongs to</translation>
    </message>
    <message>
        <source>Soort kenmerk</source>
        <translation>Kind of attribute</translation>
    </message>
    <message>
        <source>Ervaringsdeskundige</source>
        <translation>Expert by experience</translation>
    </message>
    <message>
        <source>Locatie</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Soort locatie</source>
        <translation>Kind of location</translation>
    </message>
    <message>
        <source>Locaties</source>
        <translation>Locations</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Lengtegraad</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Plaatsen in totaal</source>
        <translation>Places in total</translation>
    </message>
    <message>
        <source>Hoogste leeftijd</source>
        <translation>Highest age</translation>
    </message>
    <message>
        <source>Maat</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Herkomst</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Laagste leeftijd</source>
        <translation>Lowest age</translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rol in het netwerk</source>
        <translation>Role in the network</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Opmerkingen</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Telefoonnummer</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Opent om</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>Keuze</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Kenmerknummers</source>
        <translation>Identifiers</translation>
    </message>
    <message>
        <source>Valt onder</source>
        <translation>Falls under</translation>
    </message>
    <message>
        <source>Hoort bij organisatie</source>
        <translation>Belongs to organisation</translation>
    </message>
    <message>
        <source>Soort partner</source>
        <translation>Kind of partner</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Telefoonnummers</source>
        <translation>Phone numbers</translation>
    </message>
    <message>
        <source>Plaats in de lijst</source>
        <translation>Place in the list</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Oude waarde</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>Programma</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Programma’s</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Erkenning</source>
        <translation>Recognition</translation>
    </message>
    <message>
        <source>Streek</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Nieuwe waarde</source>
        <translation>New value</translation>
    </message>
    <message>
        <source>Documenten om mee te nemen</source>
        <translation>Documents to bring</translation>
    </message>
    <message>
        <source>Verantwoordelijkheid</source>
        <translation>Responsibility</translation>
    </message>
    <message>
        <source>Niet meer in gebruik</source>
        <translation>No longer in use</translation>
    </message>
    <message>
        <source>Herzien voor</source>
        <translation>Review by</translation>
    </message>
    <message>
        <source>Risicogroep</source>
        <translation>Risk group</translation>
    </message>
    <message>
        <source>Link naar de tijden</source>
        <translation>Link to the times</translation>
    </message>
    <message>
        <source>Openingstijden</source>
        <translation>Opening times</translation>
    </message>
    <message>
        <source>Stelsel</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Dienst</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Werkgebied</source>
        <translation>Service area</translation>
    </message>
    <message>
        <source>Plek van de dienst</source>
        <translation>Place of the service</translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Getekend op</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Herkomst van het geld</source>
        <translation>Where the money comes from</translation>
    </message>
    <message>
        <source>Nummer bij de bron</source>
        <translation>Number at the source</translation>
    </message>
    <message>
        <source>Bron van de import</source>
        <translation>Source of the import</translation>
    </message>
    <message>
        <source>Nakijken na zoveel maanden</source>
        <translation>Check after this many months</translation>
    </message>
    <message>
        <source>Staat voor</source>
        <translation>Stands for</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Provincie</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ondertitel</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>Trefwoorden</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Belastingnummer</source>
        <translation>Tax number</translation>
    </message>
    <message>
        <source>Belastingstatus</source>
        <translation>Tax status</translation>
    </message>
    <message>
        <source>Begrippenlijst</source>
        <translation>List of terms</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Begrip</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Woord</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Vindplaats van het begrip</source>
        <translation>Where to find the term</translation>
    </message>
    <message>
        <source>Tijdzone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Bereikbaarheid</source>
        <translation>Getting there</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Eenheid</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Bijgewerkt</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>Bijgewerkt door</source>
        <translation>Updated by</translation>
    </message>
    <message>
        <source>Spoed</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Vindplaats</source>
        <translation>Where to find it</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Geldig vanaf</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Geldig tot en met</source>
        <translation>Valid up to and including</translation>
    </message>
    <message>
        <source>Waarde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Versie</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Wachttijd</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Week begint op</source>
        <translation>Week starts on</translation>
    </message>
    <message>
        <source>Jaar</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Opgericht in</source>
        <translation>Founded in</translation>
    </message>
    <message>
        <source>Waarde van het kenmerk</source>
        <translation>Value of the attribute</translation>
    </message>
    <message>
        <source>Functie</source>
        <translation>Job title</translation>
    </message>
    <message>
        <source>Aantal mensen</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>Bron van het cijfer</source>
        <translation>Source of the figure</translation>
    </message>
    <message>
        <source>Taalcode</source>
        <translation>Language code</translation>
    </message>
    <message>
        <source>Naam van de organisatie</source>
        <translation>Name of the organisation</translation>
    </message>
    <message>
        <source>Doorkiesnummer</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Naam van de regio</source>
        <translation>Name of the region</translation>
    </message>
    <message>
        <source>Aantal keren</source>
        <translation>Number of times</translation>
    </message>
    <message>
        <source>Naam van de dienst</source>
        <translation>Name of the service</translation>
    </message>
    <message>
        <source>Betekent</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Versie van de lijst</source>
        <translation>Version of the list</translation>
    </message>
    <message>
        <source>Webadres</source>
        <translation>Web address</translation>
    </message>
    <message>
        <source>actief</source>
        <translation>active</translation>
    </message>
    <message>
        <source>niet actief</source>
        <translation>not active</translation>
    </message>
    <message>
        <source>bestaat niet meer</source>
        <translation>no longer exists</translation>
    </message>
    <message>
        <source>tijdelijk gesloten</source>
        <translation>temporarily closed</translation>
    </message>
    <message>
        <source>te bezoeken</source>
        <translation>open to visitors</translation>
    </message>
    <message>
        <source>postadres</source>
        <translation>postal address</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>bezoekadres</source>
        <translation>visiting address</translation>
    </message>
    <message>
        <source>telefoon</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>sms</source>
        <translation>text message</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>mobiel</source>
        <translation>mobile</translation>
    </message>
    <message>
        <source>beeldbellen</source>
        <translation>video call</translation>
    </message>
    <message>
        <source>pieper</source>
        <translation>pager</translation>
    </message>
    <message>
        <source>teksttelefoon</source>
        <translation>textphone</translation>
    </message>
    <message>
        <source>elke dag</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>elke week</source>
        <translation>every week</translation>
    </message>
    <message>
        <source>elke maand</source>
        <translation>every month</translation>
    </message>
    <message>
        <source>elk jaar</source>
        <translation>every year</translation>
    </message>
    <message>
        <source>maandag</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>dinsdag</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>woensdag</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>donderdag</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>vrijdag</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>zaterdag</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>zondag</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Nederland</source>
        <translation>Netherlands</translation>
    </message>
    <message>
        <source>België</source>
        <translation>Belgium</translation>
    </message>
    <message>
        <source>Duitsland</source>
        <translation>Germany</translation>
    </message>
    <message>
        <source>NJi</source>
        <translation>NJi</translation>
    </message>
    <message>
        <source>Movisie</source>
        <translation>Movisie</translation>
    </message>
    <message>
        <source>Rutgers</source>
        <translation>Rutgers</translation>
    </message>
    <message>
        <source>nog te controleren</source>
        <translation>still to be checked</translation>
    </message>
    <message>
        <source>goed onderbouwd</source>
        <translation>well founded</translation>
    </message>
    <message>
        <source>eerste aanwijzingen voor effect</source>
        <translation>first signs of effect</translation>
    </message>
    <message>
        <source>goede aanwijzingen voor effect</source>
        <translation>good signs of effect</translation>
    </message>
    <message>
        <source>sterke aanwijzingen voor effect</source>
        <translation>strong signs of effect</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Engels</source>
        <translation>English</translation>
    </message>
    <message>
        <source>coördinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professional</translation>
    </message>
    <message>
        <source>redacteur</source>
        <translation>editor</translation>
    </message>
    <message>
        <source>bezoeker</source>
        <translation>attendee</translation>
    </message>
    <message>
        <source>extra toestel</source>
        <translation>extra device</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
    <message>
        <source>1e %1</source>
        <translation>1st %1</translation>
    </message>
    <message>
        <source>2e %1</source>
        <translation>2nd %1</translation>
    </message>
    <message>
        <source>3e %1</source>
        <translation>3rd %1</translation>
    </message>
    <message>
        <source>4e %1</source>
        <translation>4th %1</translation>
    </message>
    <message>
        <source>5e %1</source>
        <translation>5th %1</translation>
    </message>
    <message>
        <source>laatste %1</source>
        <translation>last %1</translation>
    </message>
    <message>
        <source>Op welke manier</source>
        <translation>How it takes place</translation>
    </message>
    <message>
        <source>favoriet</source>
        <translation>favourite</translation>
    </message>
    <message>
        <source>favorieten</source>
        <translation>favourites</translation>
    </message>
    <message>
        <source>notitie</source>
        <translation>note</translation>
    </message>
    <message>
        <source>notities</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>opmerking</source>
        <translation>remark</translation>
    </message>
    <message>
        <source>opmerkingen</source>
        <translation>remarks</translation>
    </message>
    <message>
        <source>Waar het over gaat</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>speerpunt</source>
        <translation>focus area</translation>
    </message>
    <message>
        <source>speerpunten</source>
        <translation>focus areas</translation>
    </message>
    <message>
        <source>geleerde les</source>
        <translation>lesson learned</translation>
    </message>
    <message>
        <source>geleerde lessen</source>
        <translation>lessons learned</translation>
    </message>
    <message>
        <source>mijlpaal</source>
        <translation>milestone</translation>
    </message>
    <message>
        <source>mijlpalen</source>
        <translation>milestones</translation>
    </message>
    <message>
        <source>signalenlijst</source>
        <translation>checklist</translation>
    </message>
    <message>
        <source>signalenlijsten</source>
        <translation>checklists</translation>
    </message>
    <message>
        <source>vraag</source>
        <translation>question</translation>
    </message>
    <message>
        <source>vragen</source>
        <translation>questions</translation>
    </message>
    <message>
        <source>ingevulde lijst</source>
        <translation>completed checklist</translation>
    </message>
    <message>
        <source>ingevulde lijsten</source>
        <translation>completed checklists</translation>
    </message>
    <message>
        <source>inzage</source>
        <translation>access</translation>
    </message>
    <message>
        <source>inzagen</source>
        <translation>accesses</translation>
    </message>
    <message>
        <source>correctie</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>correcties</source>
        <translation>corrections</translation>
    </message>
    <message>
        <source>afronding</source>
        <translation>completion</translation>
    </message>
    <message>
        <source>afrondingen</source>
        <translation>completions</translation>
    </message>
    <message>
        <source>bewaard sjabloon</source>
        <translation>kept template</translation>
    </message>
    <message>
        <source>bewaarde sjablonen</source>
        <translation>kept templates</translation>
    </message>
    <message>
        <source>zaal</source>
        <translation>room</translation>
    </message>
    <message>
        <source>zalen</source>
        <translation>rooms</translation>
    </message>
    <message>
        <source>aanmelding</source>
        <translation>sign-up</translation>
    </message>
    <message>
        <source>aanmeldingen</source>
        <translation>sign-ups</translation>
    </message>
    <message>
        <source>lijst van aanmeldingen</source>
        <translation>list of sign-ups</translation>
    </message>
    <message>
        <source>lijsten van aanmeldingen</source>
        <translation>lists of sign-ups</translation>
    </message>
    <message>
        <source>spreker</source>
        <translation>speaker</translation>
    </message>
    <message>
        <source>sprekers</source>
        <translation>speakers</translation>
    </message>
    <message>
        <source>lijn in het programma</source>
        <translation>track</translation>
    </message>
    <message>
        <source>lijnen in het programma</source>
        <translation>tracks</translation>
    </message>
    <message>
        <source>Afkorting</source>
        <translation>Acronym</translation>
    </message>
    <message>
        <source>Wat er gebeurde</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Verbetert</source>
        <translation>Amends</translation>
    </message>
    <message>
        <source>Antwoorden om uit te kiezen</source>
        <translation>Answers to choose from</translation>
    </message>
    <message>
        <source>Lijst van antwoorden</source>
        <translation>List of answers</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Begonnen op</source>
        <translation>Begun on</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Adres op het web</source>
        <translation>Web address</translation>
    </message>
    <message>
        <source>Over de spreker</source>
        <translation>About the speaker</translation>
    </message>
    <message>
        <source>Plaatsen</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Code van de zaak</source>
        <translation>Case code</translation>
    </message>
    <message>
        <source>Kleur</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Rechten</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Dagen</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Klaar op</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Uitgave</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Alle voorwaarden of één ervan</source>
        <translation>All conditions or one of them</translation>
    </message>
    <message>
        <source>Alleen vragen als</source>
        <translation>Ask only if</translation>
    </message>
    <message>
        <source>Dagen waarop het niet doorgaat</source>
        <translation>Days on which it does not happen</translation>
    </message>
    <message>
        <source>Speerpunt</source>
        <translation>Focus area</translation>
    </message>
    <message>
        <source>Speerpunten</source>
        <translation>Focus areas</translation>
    </message>
    <message>
        <source>Kenmerk van de inhoud</source>
        <translation>Fingerprint of the content</translation>
    </message>
    <message>
        <source>Staat er al in</source>
        <translation>Filled in beforehand</translation>
    </message>
    <message>
        <source>Nummer van de vraag</source>
        <translation>Number of the question</translation>
    </message>
    <message>
        <source>Hoogste aantal tekens</source>
        <translation>Most characters</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Volgorde</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Organisaties</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Wie zorgt ervoor</source>
        <translation>Who sees to it</translation>
    </message>
    <message>
        <source>Staat ervoor</source>
        <translation>Stands before it</translation>
    </message>
    <message>
        <source>Uitgever</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>Waarvoor</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Signalenlijst</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Extra dagen</source>
        <translation>Extra days</translation>
    </message>
    <message>
        <source>Alleen te lezen</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>In plaats van de keer op</source>
        <translation>Instead of the one on</translation>
    </message>
    <message>
        <source>Meer antwoorden mogelijk</source>
        <translation>More answers possible</translation>
    </message>
    <message>
        <source>Verplicht</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>Ingevulde lijst</source>
        <translation>Completed checklist</translation>
    </message>
    <message>
        <source>Bewaren tot</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Bewaren, in maanden</source>
        <translation>Keep, in months</translation>
    </message>
    <message>
        <source>Waarom langer bewaren</source>
        <translation>Why keep it longer</translation>
    </message>
    <message>
        <source>Zaal</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Herhaling</source>
        <translation>Recurrence</translation>
    </message>
    <message>
        <source>Afgerond op</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Afgerond door</source>
        <translation>Completed by</translation>
    </message>
    <message>
        <source>Namen, verzegeld</source>
        <translation>Names, sealed</translation>
    </message>
    <message>
        <source>Reeks</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Diensten</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Onderdeel</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Korte naam in links</source>
        <translation>Short name in links</translation>
    </message>
    <message>
        <source>Volgorde van de sprekers</source>
        <translation>Order of the speakers</translation>
    </message>
    <message>
        <source>Sprekers</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <source>Kenmerk van het sjabloon</source>
        <translation>Fingerprint of the template</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Bewijzen van aanmelding</source>
        <translation>Proofs of signing up</translation>
    </message>
    <message>
        <source>Lijn</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Toegankelijkheid van de plek</source>
        <translation>Accessibility of the venue</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>naam van een toestel</source>
        <translation>name of a device</translation>
    </message>
    <message>
        <source>namen van toestellen</source>
        <translation>names of devices</translation>
    </message>
    <message>
        <source>antwoord op een opmerking</source>
        <translation>answer to a remark</translation>
    </message>
    <message>
        <source>antwoorden op opmerkingen</source>
        <translation>answers to remarks</translation>
    </message>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>overgenomen</source>
        <translation>taken over</translation>
    </message>
    <message>
        <source>niet overgenomen</source>
        <translation>not taken over</translation>
    </message>
    <message>
        <source>Verplaatst van</source>
        <translation>Moved from</translation>
    </message>
    <message>
        <source>Gedeeld door</source>
        <translation>Shared by</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Wordt nu gewist</source>
        <translation>Being erased now</translation>
    </message>
    <message>
        <source>Wordt na vandaag gewist</source>
        <translation>Erased after today</translation>
    </message>
    <message numerus="yes">
        <source>Nog %n dag(en) bewaard</source>
        <translation>
            <numerusform>Kept for %n more day</numerusform>
            <numerusform>Kept for %n more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nog %n maand(en) bewaard</source>
        <translation>
            <numerusform>Kept for %n more month</numerusform>
            <numerusform>Kept for %n more months</numerusform>
        </translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Wordt verbeterd</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>Afgerond en verbeterd</source>
        <translation>Completed and corrected</translation>
    </message>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
    <message>
        <source>Alleen u</source>
        <translation>Only you</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>U zit al in een regio. Een uitnodiging is nu niet nodig.</source>
        <translation>You are already in a region. You do not need an invitation now.</translation>
    </message>
</context>
<context>
    <name>ManagePage</name>
    <message>
        <source>Beheer</source>
        <translation>Manage</translation>
    </message>
    <message>
        <source>Mensen</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Uitnodigen</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Een code of link voor een collega</source>
        <translation>A code or link for a colleague</translation>
    </message>
    <message>
        <source>Wie hoort erbij</source>
        <translation>Who takes part</translation>
    </message>
    <message>
        <source>Namen, rollen en toestellen</source>
        <translation>Names, roles and devices</translation>
    </message>
    <message>
        <source>Sociale kaart bijhouden</source>
        <translation>Keeping the social map up to date</translation>
    </message>
    <message>
        <source>Dubbelen</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Wat misschien hetzelfde is</source>
        <translation>What may be the same</translation>
    </message>
    <message>
        <source>Te kiezen</source>
        <translation>To choose</translation>
    </message>
    <message>
        <source>Wat twee mensen anders invulden</source>
        <translation>What two people filled in differently</translation>
    </message>
    <message>
        <source>Woorden</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Begrippen</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Fasen, doelgroepen en andere keuzes</source>
        <translation>Phases, target groups and other options</translation>
    </message>
    <message>
        <source>Zoekwoorden</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>Wat mensen typen en wat ze bedoelen</source>
        <translation>What people type and what they mean</translation>
    </message>
    <message>
        <source>Bestanden</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Binnenhalen</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Een sociale kaart uit een ander systeem</source>
        <translation>A social map from another system</translation>
    </message>
    <message>
        <source>Bewaren als bestand</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>JSON of CSV, voor wie het ook gebruikt</source>
        <translation>JSON or CSV, for others who use it</translation>
    </message>
    <message>
        <source>Opmerkingen</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Wat volgens collega’s niet meer klopt</source>
        <translation>What colleagues say is no longer right</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Diensten die lang niet zijn gecontroleerd</source>
        <translation>Services that were not checked for a long time</translation>
    </message>
    <message>
        <source>Signaleren</source>
        <translation>Signalling</translation>
    </message>
    <message>
        <source>Lijsten om in te vullen</source>
        <translation>Lists to fill in</translation>
    </message>
    <message>
        <source>Klaarzetten, aanpassen, uit gebruik nemen</source>
        <translation>Set out, change, take out of use</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message numerus="yes">
        <source>Kaart van de regio, %n plek(ken)</source>
        <translation>
            <numerusform>Map of the region, %n place</numerusform>
            <numerusform>Map of the region, %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Pijltjes verschuiven, plus en min vergroten en verkleinen, Tab gaat langs de plekken. De lijst toont hetzelfde.</source>
        <translation>Arrow keys move, plus and minus zoom, Tab goes past the places. The list shows the same.</translation>
    </message>
    <message>
        <source>Dichterbij</source>
        <translation>Closer</translation>
    </message>
    <message>
        <source>Verder weg</source>
        <translation>Further away</translation>
    </message>
    <message>
        <source>Hele regio</source>
        <translation>Whole region</translation>
    </message>
    <message>
        <source>De kaart wordt getekend …</source>
        <translation>The map is being drawn …</translation>
    </message>
    <message numerus="yes">
        <source>%n dienst(en) zonder adres staan alleen in de lijst</source>
        <translation>
            <numerusform>%n service without an address is in the list only</numerusform>
            <numerusform>%n services without an address are in the list only</numerusform>
        </translation>
    </message>
    <message>
        <source>Op deze plek</source>
        <translation>At this place</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Voorbeeld. Alles is weg als u het sluit.</source>
        <translation>Example. Everything is gone when you close it.</translation>
    </message>
    <message>
        <source>Synchronisatie</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Taal, weergave, vergrendelen, wachtzin</source>
        <translation>Language, display, locking, passphrase</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Over Veldwijzer</source>
        <translation>About Veldwijzer</translation>
    </message>
    <message>
        <source>Versie %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Voorbeeld sluiten</source>
        <translation>Close the example</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Wachtzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Vier of vijf losse woorden die niets met u te maken hebben, zijn goed te onthouden en moeilijk te raden.</source>
        <translation>Four or five separate words that have nothing to do with you are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>Sterkte van de wachtzin: %1</source>
        <translation>Strength of the passphrase: %1</translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Dit is niet hetzelfde als hierboven.</source>
        <translation>This is not the same as above.</translation>
    </message>
    <message>
        <source>Niemand kan uw wachtzin terughalen</source>
        <translation>Nobody can get your passphrase back</translation>
    </message>
    <message>
        <source>Ook uw coördinator niet. Bent u hem kwijt, dan hebt u een nieuwe uitnodiging nodig. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.</source>
        <translation>Not even your coordinator. If you lose it, you need a new invitation. What you had sent then comes back; what was on this device alone does not.</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Notitie voor uzelf</source>
        <translation>Note to yourself</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Alleen u kunt dit lezen, op uw eigen toestellen. Schrijf geen namen van cliënten op.</source>
        <translation>Only you can read this, on your own devices. Write down no names of clients.</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>NumbersList</name>
    <message>
        <source>Nog te controleren</source>
        <translation>Still to be checked</translation>
    </message>
    <message>
        <source>Bel %1, %2</source>
        <translation>Call %1, %2</translation>
    </message>
    <message>
        <source>Gekopieerd</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Kopieer %1</source>
        <translation>Copy %1</translation>
    </message>
    <message>
        <source>Uit de sociale kaart van uw regio</source>
        <translation>From the social map of your region</translation>
    </message>
    <message>
        <source>Bron: %1, overgenomen op %2</source>
        <translation>Source: %1, copied on %2</translation>
    </message>
    <message>
        <source>Geen bevestigde bron. Vraag het na voordat u ernaar verwijst.</source>
        <translation>No confirmed source. Check it before you refer anyone to it.</translation>
    </message>
</context>
<context>
    <name>OptionSheet</name>
    <message>
        <source>Zoek in de lijst</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Niets gevonden.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Typ een deel van het woord om verder te zoeken.</source>
        <translation>Type part of the word to search further.</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Iets anders, of met eigen woorden</source>
        <translation>Something else, or in your own words</translation>
    </message>
    <message>
        <source>%1 Eigen woorden</source>
        <translation>%1 Your own words</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Wachtzin wijzigen</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>De wachtzin is gewijzigd.</source>
        <translation>The passphrase has been changed.</translation>
    </message>
    <message>
        <source>Huidige wachtzin</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Nieuwe wachtzin</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Kopieën van deze opslag die eerder zijn gemaakt, gaan nog met de oude wachtzin open.</source>
        <translation>Copies of this storage that were made earlier still open with the old passphrase.</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Wie hoort erbij</source>
        <translation>Who takes part</translation>
    </message>
    <message>
        <source>%1 (u)</source>
        <translation>%1 (you)</translation>
    </message>
    <message numerus="yes">
        <source>%n toestel(len)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>sinds %1</source>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>U begint deze regio en wordt de eerste coördinator. Server: %1</source>
        <translation>You start this region and become its first coordinator. Server: %1</translation>
    </message>
    <message>
        <source>U bent uitgenodigd voor deze regio. Server: %1</source>
        <translation>You are invited to this region. Server: %1</translation>
    </message>
    <message>
        <source>Uw naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Zo zien collega’s wie iets heeft gewijzigd.</source>
        <translation>This is how colleagues see who changed something.</translation>
    </message>
    <message>
        <source>Meedoen</source>
        <translation>Join</translation>
    </message>
</context>
<context>
    <name>PickSheet</name>
    <message>
        <source>Kies</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Zoek op naam</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Geen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Niets gevonden met die naam.</source>
        <translation>Nothing found with that name.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Voortgang</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Opnieuw invoeren</source>
        <translation>Enter again</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Gezien, weghalen</source>
        <translation>Seen, remove</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>Opmerkingen</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Collega’s zeggen dat dit niet meer klopt. Controleer het en pas het zo nodig aan. Klopt het daarna, dan is de opmerking voor iedereen afgehandeld.</source>
        <translation>Colleagues say that this is no longer right. Check it and change it if needed. When it is right, the remark is dealt with for everybody.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Het klopt nu</source>
        <translation>It is right now</translation>
    </message>
    <message>
        <source>Trek uw opmerking in</source>
        <translation>Withdraw your remark</translation>
    </message>
    <message>
        <source>Geen opmerkingen</source>
        <translation>No remarks</translation>
    </message>
    <message>
        <source>Meldt een collega dat iets niet meer klopt, dan ziet u dat hier.</source>
        <translation>When a colleague says that something is no longer right, you see it here.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Lang niet gecontroleerd</source>
        <translation>Not checked for a long time</translation>
    </message>
    <message>
        <source>%1, verouderd</source>
        <translation>%1, outdated</translation>
    </message>
    <message>
        <source>Nog niet verstuurd</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Twee versies</source>
        <translation>Two versions</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Gevonden diensten</source>
        <translation>Services found</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Dit is niet de juiste wachtzin</source>
        <translation>This is not the right passphrase</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Kijk of Caps Lock aan staat en probeer het nog een keer.</source>
        <translation>Nothing has changed. See whether Caps Lock is on and try once more.</translation>
    </message>
    <message>
        <source>Deze wachtzin is te makkelijk te raden</source>
        <translation>This passphrase is too easy to guess</translation>
    </message>
    <message>
        <source>De opslag op dit toestel is beschadigd</source>
        <translation>The storage on this device is damaged</translation>
    </message>
    <message>
        <source>De opslag op dit toestel is ouder dan verwacht</source>
        <translation>The storage on this device is older than expected</translation>
    </message>
    <message>
        <source>De app is al open</source>
        <translation>The app is already open</translation>
    </message>
    <message>
        <source>Op dit toestel staat al een regio</source>
        <translation>There is already a region on this device</translation>
    </message>
    <message>
        <source>Er staat nog niets op dit toestel</source>
        <translation>There is nothing on this device yet</translation>
    </message>
    <message>
        <source>Deze uitnodiging is verlopen</source>
        <translation>This invitation has expired</translation>
    </message>
    <message>
        <source>Deze uitnodiging is al gebruikt</source>
        <translation>This invitation has already been used</translation>
    </message>
    <message>
        <source>Deze uitnodiging is ingetrokken</source>
        <translation>This invitation has been withdrawn</translation>
    </message>
    <message>
        <source>De regio kent deze uitnodiging nog niet</source>
        <translation>The region does not know this invitation yet</translation>
    </message>
    <message>
        <source>Geen verbinding</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>Alles staat veilig op dit toestel en gaat vanzelf mee zodra het kan.</source>
        <translation>Everything is safe on this device and will be sent by itself as soon as possible.</translation>
    </message>
    <message>
        <source>De server kan nu niet antwoorden</source>
        <translation>The server cannot answer right now</translation>
    </message>
    <message>
        <source>Er antwoordt een andere server dan die van uw regio</source>
        <translation>A different server answers than that of your region</translation>
    </message>
    <message>
        <source>De server vertelt niet iedereen hetzelfde</source>
        <translation>The server does not tell everyone the same</translation>
    </message>
    <message>
        <source>Uw eigen werk staat veilig op dit toestel. Meld dit aan uw coördinator.</source>
        <translation>Your own work is safe on this device. Please report this to your coordinator.</translation>
    </message>
    <message>
        <source>De server is teruggezet</source>
        <translation>The server was put back to an earlier state</translation>
    </message>
    <message>
        <source>Uw toestel vult aan wat de server kwijt is. U hoeft niets te doen.</source>
        <translation>Your device fills in what the server has lost. You do not have to do anything.</translation>
    </message>
    <message>
        <source>Dit toestel hoort niet (meer) bij de regio</source>
        <translation>This device is not (or no longer) part of the region</translation>
    </message>
    <message>
        <source>Wat u niet hebt verstuurd, staat nog op dit toestel. Neem contact op met uw coördinator.</source>
        <translation>What you have not sent is still on this device. Get in touch with your coordinator.</translation>
    </message>
    <message>
        <source>Dat mag u met uw rol niet</source>
        <translation>Your role does not allow that</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Vraag het uw coördinator.</source>
        <translation>Nothing has changed. Ask your coordinator.</translation>
    </message>
    <message>
        <source>De klok van dit toestel loopt niet gelijk</source>
        <translation>The clock of this device is not right</translation>
    </message>
    <message>
        <source>Opslaan lukt niet</source>
        <translation>Saving does not work</translation>
    </message>
    <message>
        <source>Dit staat niet (meer) op dit toestel</source>
        <translation>This is not (or no longer) on this device</translation>
    </message>
    <message>
        <source>Dit is te groot</source>
        <translation>This is too large</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Maak het korter of kleiner.</source>
        <translation>Nothing has changed. Make it shorter or smaller.</translation>
    </message>
    <message>
        <source>Dit is gemaakt met een nieuwere versie van de app</source>
        <translation>This was made with a newer version of the app</translation>
    </message>
    <message>
        <source>Dit kan de app niet lezen</source>
        <translation>The app cannot read this</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Kijk na wat er is ingevuld.</source>
        <translation>Nothing has changed. Check what was filled in.</translation>
    </message>
    <message>
        <source>Er ging iets mis</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Wat eerder is opgeslagen, is veilig. Probeer het opnieuw.</source>
        <translation>What was saved earlier is safe. Try again.</translation>
    </message>
    <message>
        <source>nog nooit</source>
        <translation>never</translation>
    </message>
    <message>
        <source>zojuist</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>gisteren %1</source>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>Er is nog niets vastgelegd. Kies een langere zin, bijvoorbeeld vier losse woorden.</source>
        <translation>Nothing was fixed yet. Choose a longer phrase, for example four separate words.</translation>
    </message>
    <message>
        <source>De app heeft er niets aan veranderd. Wat u eerder hebt verstuurd, is veilig bij uw collega’s. Gooi niets weg. Hebt u een reservekopie, zet die dan terug. Of begin opnieuw met een nieuwe uitnodiging van uw coördinator.</source>
        <translation>The app changed nothing in it. What you sent before is safe with your colleagues. Throw nothing away. If you have a backup, put it back. Or begin again with a new invitation from your coordinator.</translation>
    </message>
    <message>
        <source>Misschien is een reservekopie teruggezet. Wat verstuurd is, komt terug bij het synchroniseren. Wat daarna alleen op dit toestel stond, staat hier niet meer bij: hebt u een nieuwere kopie, zet die dan eerst terug.</source>
        <translation>Perhaps a backup was put back. What was sent comes back with the next sync. What was only on this device after that is no longer here: if you have a newer copy, put it back first.</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Sluit het andere venster en probeer het opnieuw.</source>
        <translation>Nothing was changed. Close the other window and try again.</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Open die met uw wachtzin.</source>
        <translation>Nothing was changed. Open it with your passphrase.</translation>
    </message>
    <message>
        <source>De app heeft niets gewist. Begin met een uitnodiging. Staan uw gegevens op een andere schijf, sluit die dan aan.</source>
        <translation>The app erased nothing. Begin with an invitation. If your data is on another disk, connect it.</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Vraag uw coördinator om een nieuwe.</source>
        <translation>Nothing was changed. Ask your coordinator for a new one.</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Het toestel van uw coördinator moet eerst synchroniseren. Probeer het daarna opnieuw.</source>
        <translation>Nothing was changed. Your coordinator’s device has to sync first. Try again after that.</translation>
    </message>
    <message>
        <source>Alles staat veilig op dit toestel. De app probeert het vanzelf opnieuw. Duurt het langer dan een dag, bel dan uw coördinator.</source>
        <translation>Everything is safe on this device. The app tries again by itself. If it takes more than a day, call your coordinator.</translation>
    </message>
    <message>
        <source>Uw werk staat veilig op dit toestel; wat verstuurd is, kan die server niet lezen. Moet u op deze wifi eerst inloggen? Open dan een webpagina en log in, of probeer een ander netwerk. Helpt dat niet, bel dan uw coördinator.</source>
        <translation>Your work is safe on this device; that server cannot read what was sent. Does this wifi want you to log in first? Then open a web page and log in, or try another network. If that does not help, call your coordinator.</translation>
    </message>
    <message>
        <source>Geen veilige verbinding met de server</source>
        <translation>No secure connection to the server</translation>
    </message>
    <message>
        <source>Er is niets verstuurd en uw werk staat veilig op dit toestel. Kijk of datum en tijd van dit toestel kloppen, en probeer een ander netwerk. Helpt dat niet, bel dan uw coördinator.</source>
        <translation>Nothing was sent and your work is safe on this device. See whether the date and time of this device are right, and try another network. If that does not help, call your coordinator.</translation>
    </message>
    <message>
        <source>Uw werk staat veilig op dit toestel en gaat gewoon mee. Maar ‘nu open’ en datums kunnen verkeerd zijn. Zet datum, tijd en tijdzone goed in de instellingen van dit toestel.</source>
        <translation>Your work is safe on this device and is sent as usual. But ‘open now’ and dates may be wrong. Set the date, time and time zone right in the settings of this device.</translation>
    </message>
    <message>
        <source>Het toestel is vol, of de app mag hier niet schrijven. Wat eerder is opgeslagen, is veilig. Maak ruimte vrij en probeer het opnieuw.</source>
        <translation>The device is full, or the app may not write here. What was saved before is safe. Make room and try again.</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Synchroniseer en zoek het opnieuw.</source>
        <translation>Nothing was changed. Sync and look for it again.</translation>
    </message>
    <message>
        <source>Er is niets veranderd en er gaat niets verloren. Werk de app bij.</source>
        <translation>Nothing was changed and nothing is lost. Update the app.</translation>
    </message>
    <message>
        <source>Het antwoord van de server klopt niet</source>
        <translation>The server’s answer is not right</translation>
    </message>
    <message>
        <source>Er is niets van overgenomen en uw werk staat veilig op dit toestel. De app probeert het vanzelf opnieuw. Blijft het zo, bel dan uw coördinator.</source>
        <translation>Nothing was taken from it and your work is safe on this device. The app tries again by itself. If it stays like this, call your coordinator.</translation>
    </message>
    <message>
        <source>Uw regio gebruikt een nieuwere versie van de app</source>
        <translation>Your region uses a newer version of the app</translation>
    </message>
    <message>
        <source>Uw werk staat veilig op dit toestel. Werk de app bij; daarna gaat het vanzelf mee.</source>
        <translation>Your work is safe on this device. Update the app; then it is sent by itself.</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Scan de QR-code</source>
        <translation>Scan the QR code</translation>
    </message>
    <message>
        <source>Beeld van de camera</source>
        <translation>What the camera sees</translation>
    </message>
    <message>
        <source>Deze QR-code is geen uitnodiging van Veldwijzer.</source>
        <translation>This QR code is not an invitation of Veldwijzer.</translation>
    </message>
    <message>
        <source>Houd de hele code in beeld. Zodra hij gelezen is, gaat u vanzelf verder.</source>
        <translation>Keep the whole code in sight. As soon as it is read, the app goes on by itself.</translation>
    </message>
    <message>
        <source>Wat de camera ziet, wordt niet bewaard en nergens heen gestuurd.</source>
        <translation>What the camera sees is not kept and is sent nowhere.</translation>
    </message>
    <message>
        <source>De camera doet het niet</source>
        <translation>The camera does not work</translation>
    </message>
    <message>
        <source>Geen camera gevonden</source>
        <translation>No camera found</translation>
    </message>
    <message>
        <source>Misschien gebruikt een ander programma hem, of mag deze app er niet bij. U kunt ook een foto of schermafdruk van de code kiezen.</source>
        <translation>Perhaps another program uses it, or this app may not. You can also choose a photo or screenshot of the code.</translation>
    </message>
    <message>
        <source>Dit toestel heeft geen camera, of de app mag er niet bij. U kunt ook een foto of schermafdruk van de code kiezen.</source>
        <translation>This device has no camera, or the app may not use it. You can also choose a photo or screenshot of the code.</translation>
    </message>
    <message>
        <source>Kies een foto</source>
        <translation>Choose a photo</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Zoek op naam, hulp of onderwerp</source>
        <translation>Search by name, help or subject</translation>
    </message>
    <message>
        <source>Sorteren</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Vaak gebruikte filters</source>
        <translation>Filters used often</translation>
    </message>
    <message>
        <source>Wat het beste past</source>
        <translation>What fits best</translation>
    </message>
    <message>
        <source>Op naam</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Dichtbij eerst</source>
        <translation>Nearest first</translation>
    </message>
    <message>
        <source>Laatst gecontroleerd eerst</source>
        <translation>Last checked first</translation>
    </message>
    <message>
        <source>Vul eerst een plaats of postcode in.</source>
        <translation>Fill in a place or postcode first.</translation>
    </message>
    <message>
        <source>Plaats of postcode</source>
        <translation>Town or postcode</translation>
    </message>
</context>
<context>
    <name>SearchRows</name>
    <message>
        <source>minder dan 1 km</source>
        <translation>less than 1 km</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
</context>
<context>
    <name>ServiceLineText</name>
    <message>
        <source>om %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>morgen om %1</source>
        <translation>tomorrow at %1</translation>
    </message>
    <message>
        <source>%1 om %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Dag en nacht open</source>
        <translation>Open day and night</translation>
    </message>
    <message>
        <source>Gesloten, opent voorlopig niet</source>
        <translation>Closed, not opening soon</translation>
    </message>
    <message>
        <source>Gesloten, open %1</source>
        <translation>Closed, opens %1</translation>
    </message>
    <message>
        <source>Nu open, tot %1</source>
        <translation>Open now, until %1</translation>
    </message>
    <message>
        <source>Gecontroleerd op %1</source>
        <translation>Checked on %1</translation>
    </message>
    <message>
        <source>Nog nooit gecontroleerd</source>
        <translation>Never checked</translation>
    </message>
    <message>
        <source>Neemt verwijzingen aan</source>
        <translation>Takes referrals</translation>
    </message>
    <message>
        <source>Nu geen plek</source>
        <translation>No room now</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Meteen</source>
        <translation>At once</translation>
    </message>
    <message numerus="yes">
        <source>%n minuten</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Zoals het toestel</source>
        <translation>Same as the device</translation>
    </message>
    <message>
        <source>Kleuren</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Grootte van de tekst</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Minder beweging</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>Schermen wisselen zonder overgang.</source>
        <translation>Screens change without a transition.</translation>
    </message>
    <message>
        <source>Regionale nummers zonder wachtzin</source>
        <translation>Regional numbers without passphrase</translation>
    </message>
    <message>
        <source>Spoednummers uit uw sociale kaart staan dan ook bij ‘Nu bellen’ als de app dicht is. Ze liggen daarvoor leesbaar op dit toestel.</source>
        <translation>Emergency numbers from your social map are then also under ‘Call now’ when the app is locked. To make that possible they are readable on this device.</translation>
    </message>
    <message>
        <source>Vergrendelen als u niets doet</source>
        <translation>Lock when you do nothing</translation>
    </message>
    <message>
        <source>Vergrendelen als het venster verborgen is</source>
        <translation>Lock when the window is hidden</translation>
    </message>
    <message>
        <source>Wachtzin wijzigen</source>
        <translation>Change passphrase</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation>Quick exit</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Social map</translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation>Manage</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation>Quick exit</translation>
    </message>
    <message>
        <source>Hoofdmenu</source>
        <translation>Main menu</translation>
    </message>
    <message>
        <source>Signaleren</source>
        <translation>Signalling</translation>
    </message>
</context>
<context>
    <name>SocialMapPage</name>
    <message>
        <source>Sociale kaart</source>
        <translation>Social map</translation>
    </message>
    <message>
        <source>Toon de lijst</source>
        <translation>Show the list</translation>
    </message>
    <message>
        <source>Toon op de kaart</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>Mijn favorieten</source>
        <translation>My favourites</translation>
    </message>
    <message>
        <source>Dienst toevoegen</source>
        <translation>Add a service</translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation>The social map is still empty</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Zodra uw regio diensten invoert, staan ze hier.</source>
        <translation>As soon as your region enters services, they are here.</translation>
    </message>
    <message>
        <source>Probeer een ander woord of minder filters.</source>
        <translation>Try another word or fewer filters.</translation>
    </message>
    <message>
        <source>Wis alles en begin opnieuw</source>
        <translation>Clear everything and start again</translation>
    </message>
    <message>
        <source>Kies een dienst</source>
        <translation>Choose a service</translation>
    </message>
    <message>
        <source>Wat u links kiest, leest u hier.</source>
        <translation>What you choose on the left, you read here.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
</context>
<context>
    <name>StalePage</name>
    <message numerus="yes">
        <source>%n maand(en)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dienst(en) zijn langer dan %1 niet gecontroleerd.</source>
        <translation>
            <numerusform>%n service has not been checked for more than %1.</numerusform>
            <numerusform>%n services have not been checked for more than %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles is korter dan %1 geleden gecontroleerd.</source>
        <translation>Everything was checked less than %1 ago.</translation>
    </message>
    <message>
        <source>Eén maand minder</source>
        <translation>One month less</translation>
    </message>
    <message>
        <source>Eén maand meer</source>
        <translation>One month more</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message numerus="yes">
        <source>Controleren na %n maand(en), voor de hele regio</source>
        <translation>
            <numerusform>Check after %n month, for the whole region</numerusform>
            <numerusform>Check after %n months, for the whole region</numerusform>
        </translation>
    </message>
    <message>
        <source>Gecontroleerd: het klopt</source>
        <translation>Checked: it is right</translation>
    </message>
</context>
<context>
    <name>StartActions</name>
    <message>
        <source>Nu bellen</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation>Quick exit</translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message>
        <source>Synchronisatie: %1</source>
        <translation>Sync: %1</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Synchronisatie</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Dit is een voorbeeld. Wat u hier doet, blijft op dit toestel en verdwijnt als u het sluit.</source>
        <translation>This is an example. What you do here stays on this device and is gone when you close it.</translation>
    </message>
    <message>
        <source>Alles staat op dit toestel, ook zonder internet. Wat u wijzigt, gaat versleuteld naar uw collega’s zodra er verbinding is.</source>
        <translation>Everything is on this device, even without the internet. What you change goes to your colleagues, encrypted, as soon as there is a connection.</translation>
    </message>
    <message>
        <source>Nu synchroniseren</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation>Refused</translation>
    </message>
    <message numerus="yes">
        <source>Te kiezen: %n</source>
        <translation>
            <numerusform>To choose: %n</numerusform>
            <numerusform>To choose: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Twee mensen vulden tegelijk iets anders in</source>
        <translation>Two people filled in something different at the same time</translation>
    </message>
    <message>
        <source>Wacht op verzenden</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Er wacht niets op verzenden</source>
        <translation>Nothing is waiting to be sent</translation>
    </message>
    <message numerus="yes">
        <source>%n uitnodiging(en) of intrekking(en) gaan de volgende keer mee.</source>
        <translation>
            <numerusform>%n invitation or withdrawal goes along next time.</numerusform>
            <numerusform>%n invitations or withdrawals go along next time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En nog %n</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Onderdelen</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Server: %1. De server bewaart en bezorgt; lezen kan hij niets.</source>
        <translation>Server: %1. The server stores and delivers; it cannot read anything.</translation>
    </message>
    <message>
        <source>Laatst bijgewerkt: %1</source>
        <translation>Last updated: %1</translation>
    </message>
</context>
<context>
    <name>SynonymsPage</name>
    <message>
        <source>Zoekwoorden</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>Wie het eerste woord typt, vindt ook het tweede.</source>
        <translation>Whoever types the first word also finds the second.</translation>
    </message>
    <message>
        <source>Mensen typen</source>
        <translation>People type</translation>
    </message>
    <message>
        <source>Ze bedoelen</source>
        <translation>They mean</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>betekent: %1</source>
        <translation>means: %1</translation>
    </message>
    <message>
        <source>%1 weghalen</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Weggehaald</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Niet meer in gebruik</source>
        <translation>No longer in use</translation>
    </message>
    <message>
        <source>In de maak</source>
        <translation>Being made</translation>
    </message>
    <message>
        <source>Versie %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%n maand(en) bewaren</source>
        <translation>
            <numerusform>Keep for %n month</numerusform>
            <numerusform>Keep for %n months</numerusform>
        </translation>
    </message>
    <message>
        <source>Geen bewaartijd</source>
        <translation>No retention period</translation>
    </message>
    <message>
        <source>Probeer uit</source>
        <translation>Try out</translation>
    </message>
    <message>
        <source>Neem in gebruik</source>
        <translation>Take into use</translation>
    </message>
    <message>
        <source>Nieuwe versie</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>Uit gebruik nemen</source>
        <translation>Take out of use</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>verplicht</source>
        <translation>required</translation>
    </message>
    <message>
        <source>Iedereen in de regio kan dan met deze versie beginnen. De versie hiervoor gaat uit gebruik. Lijsten die al begonnen zijn, blijven zoals ze zijn.</source>
        <translation>Everybody in the region can then begin with this version. The version before goes out of use. Lists that were begun stay as they are.</translation>
    </message>
    <message>
        <source>Neem versie %1 in gebruik</source>
        <translation>Take version %1 into use</translation>
    </message>
    <message>
        <source>Niemand kan dan nog met deze lijst beginnen. Lijsten die al begonnen zijn, blijven zoals ze zijn.</source>
        <translation>Nobody can begin with this list any more. Lists that were begun stay as they are.</translation>
    </message>
    <message>
        <source>Neem uit gebruik</source>
        <translation>Take out of use</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Lijsten om in te vullen</source>
        <translation>Lists to fill in</translation>
    </message>
    <message>
        <source>Versie %1 · %2</source>
        <translation>Version %1 · %2</translation>
    </message>
    <message>
        <source>Nog geen lijsten</source>
        <translation>No lists yet</translation>
    </message>
    <message>
        <source>Zes lijsten in gewone taal worden meegeleverd: van de meldcode tot de jaarevaluatie.</source>
        <translation>Six lists in plain Dutch come with the app: from the meldcode to the yearly evaluation.</translation>
    </message>
    <message>
        <source>Zet de zes lijsten klaar</source>
        <translation>Set out the six lists</translation>
    </message>
    <message>
        <source>Meegeleverde lijsten</source>
        <translation>Lists that come with the app</translation>
    </message>
    <message>
        <source>Zet klaar wat hier nog niet staat</source>
        <translation>Set out what is not here yet</translation>
    </message>
    <message>
        <source>Haal een lijst binnen</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>FHIR Questionnaire, uit een ander systeem</source>
        <translation>FHIR Questionnaire, from another system</translation>
    </message>
    <message>
        <source>Kies een bestand</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Lijst binnenhalen</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>Wordt gelezen …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>Dit werkt hier anders dan in het bestand. Het blijft wel bewaard.</source>
        <translation>This works differently here than in the file. It is kept.</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Haal binnen</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>TermsPage</name>
    <message>
        <source>Begrippen</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Hernoemen geldt voor iedereen. Wat u buiten gebruik stelt, blijft staan waar het al gekozen is.</source>
        <translation>Renaming counts for everyone. What you take out of use stays where it has already been chosen.</translation>
    </message>
    <message>
        <source>Begrip toevoegen</source>
        <translation>Add a term</translation>
    </message>
    <message>
        <source>buiten gebruik</source>
        <translation>out of use</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Weer in gebruik nemen</source>
        <translation>Put back into use</translation>
    </message>
    <message>
        <source>Buiten gebruik stellen</source>
        <translation>Take out of use</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Zoek hulp: wie, wat of waar</source>
        <translation>Find help: who, what or where</translation>
    </message>
    <message numerus="yes">
        <source>%n wijziging(en) van u zijn geweigerd</source>
        <translation>
            <numerusform>%n of your changes was refused</numerusform>
            <numerusform>%n of your changes were refused</numerusform>
        </translation>
    </message>
    <message>
        <source>Wat u schreef, staat nog op dit toestel.</source>
        <translation>What you wrote is still on this device.</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message numerus="yes">
        <source>Er moet %n keer gekozen worden</source>
        <translation>
            <numerusform>There is %n choice to make</numerusform>
            <numerusform>There are %n choices to make</numerusform>
        </translation>
    </message>
    <message>
        <source>Twee mensen vulden tegelijk iets anders in. Er is niets verloren.</source>
        <translation>Two people filled in something different at the same time. Nothing is lost.</translation>
    </message>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Wat kan ik doen?</source>
        <translation>What can I do?</translation>
    </message>
    <message>
        <source>Nu open, als het niet kan wachten</source>
        <translation>Open now, when it cannot wait</translation>
    </message>
    <message>
        <source>Afspraken om te herzien</source>
        <translation>Agreements to review</translation>
    </message>
    <message numerus="yes">
        <source>Alle %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation>The social map is still empty</translation>
    </message>
    <message>
        <source>Haal een bestand binnen, of voeg een dienst toe.</source>
        <translation>Import a file, or add a service.</translation>
    </message>
    <message>
        <source>Uw coördinator vult hem.</source>
        <translation>Your coordinator fills it.</translation>
    </message>
    <message>
        <source>Naar beheer</source>
        <translation>To Manage</translation>
    </message>
    <message>
        <source>Opnieuw controleren</source>
        <translation>Check again</translation>
    </message>
    <message numerus="yes">
        <source>Van de %1 diensten is er nu %n open.</source>
        <translation>
            <numerusform>Of the %1 services %n is open now.</numerusform>
            <numerusform>Of the %1 services %n are open now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hij is nog onderweg naar dit toestel. U kunt alvast rondkijken.</source>
        <translation>It is still on its way to this device. You can look around already.</translation>
    </message>
    <message>
        <source>Open lijsten</source>
        <translation>Open lists</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Wachtzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>Vaak mis. Wacht nog %n tellen voor de volgende poging.</source>
        <translation>
            <numerusform>Wrong too often. Wait %n more second before the next try.</numerusform>
            <numerusform>Wrong too often. Wait %n more seconds before the next try.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bezig met openen</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Toch openen …</source>
        <translation>Open anyway …</translation>
    </message>
    <message>
        <source>Probeer te herstellen …</source>
        <translation>Try to repair …</translation>
    </message>
    <message>
        <source>Verder met een oudere opslag?</source>
        <translation>Continue with older storage?</translation>
    </message>
    <message>
        <source>Proberen te herstellen?</source>
        <translation>Try to repair?</translation>
    </message>
    <message>
        <source>Wat na deze oudere stand alleen op dit toestel stond, is er dan niet meer. Wat verstuurd is, komt terug bij het synchroniseren. Hebt u een nieuwere kopie van de map, zet die dan eerst terug.</source>
        <translation>What was on this device alone after this older state is then gone. What was sent comes back with the next sync. If you have a newer copy of the folder, put that back first.</translation>
    </message>
    <message>
        <source>Is alleen de controle op de stand van de opslag kwijt, dan gaat de app verder alsof er een reservekopie is teruggezet: niemand kan nu zien of er iets ontbreekt. Is er meer stuk, dan verandert er niets.</source>
        <translation>If only the check on the state of the storage is lost, the app carries on as if a backup had been put back: nobody can tell now whether something is missing. If more is broken, nothing changes.</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Ja, verder met deze</source>
        <translation>Yes, continue with this one</translation>
    </message>
    <message>
        <source>Ja, probeer het</source>
        <translation>Yes, try it</translation>
    </message>
    <message>
        <source>Wachtzin kwijt?</source>
        <translation>Lost your passphrase?</translation>
    </message>
    <message>
        <source>Niemand kan hem terughalen. U kunt opnieuw beginnen met een nieuwe uitnodiging van uw coördinator. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.</source>
        <translation>Nobody can get it back. You can start again with a new invitation from your coordinator. What you had sent then comes back; what was on this device alone does not.</translation>
    </message>
    <message>
        <source>Er wordt niets gewist: de oude opslag krijgt een andere naam en blijft op dit toestel staan. Schiet de wachtzin u te binnen, dan kan zij worden teruggezet.</source>
        <translation>Nothing is erased: the old storage gets another name and stays on this device. If you remember the passphrase, it can be put back.</translation>
    </message>
    <message>
        <source>Ik probeer het nog eens</source>
        <translation>I will try once more</translation>
    </message>
    <message>
        <source>Opnieuw beginnen</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Opnieuw beginnen …</source>
        <translation>Begin again …</translation>
    </message>
    <message>
        <source>Opnieuw beginnen?</source>
        <translation>Begin again?</translation>
    </message>
    <message>
        <source>U kunt opnieuw beginnen met een nieuwe uitnodiging van uw coördinator. Wat u had verstuurd, komt dan terug; wat alleen op dit toestel stond niet.</source>
        <translation>You can begin again with a new invitation from your coordinator. What you had sent then comes back; what was only on this device does not.</translation>
    </message>
    <message>
        <source>Er wordt niets gewist: de beschadigde opslag krijgt een andere naam en blijft op dit toestel staan. Misschien kan iemand er later nog iets uit halen.</source>
        <translation>Nothing is erased: the damaged storage gets another name and stays on this device. Perhaps somebody can still get something out of it later.</translation>
    </message>
</context>
<context>
    <name>UrgentBar</name>
    <message>
        <source>Bel nu: %1</source>
        <translation>Call now: %1</translation>
    </message>
    <message>
        <source>Bel nu</source>
        <translation>Call now</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Bekijk het voorbeeld</source>
        <translation>Look at the example</translation>
    </message>
    <message>
        <source>Uw regio in uw zak</source>
        <translation>Your region in your pocket</translation>
    </message>
    <message>
        <source>De sociale kaart van uw regio, ook zonder internet. Alleen u en uw collega’s kunnen erin lezen.</source>
        <translation>The social map of your region, even without the internet. Only you and your colleagues can read it.</translation>
    </message>
    <message>
        <source>Geen uitnodiging?</source>
        <translation>No invitation?</translation>
    </message>
    <message>
        <source>Kijk rond in een verzonnen regio. Alles blijft op dit toestel en is weg als u het sluit. Een echte uitnodiging krijgt u van de coördinator van uw regio.</source>
        <translation>Look around in a made-up region. Everything stays on this device and is gone when you close it. You get a real invitation from the coordinator of your region.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
</context>
<context>
    <name>WrongSheet</name>
    <message>
        <source>Klopt niet meer</source>
        <translation>No longer right</translation>
    </message>
    <message>
        <source>Wat klopt er niet?</source>
        <translation>What is not right?</translation>
    </message>
    <message>
        <source>Uw collega’s in de regio kunnen dit lezen. Schrijf niets over cliënten.</source>
        <translation>Your colleagues in the region can read this. Write nothing about clients.</translation>
    </message>
    <message>
        <source>Laat een opmerking achter</source>
        <translation>Leave a remark</translation>
    </message>
    <message>
        <source>Ik verbeter het zelf</source>
        <translation>I will correct it myself</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::App</name>
    <message numerus="yes">
        <source>%n wijziging(en) wachten</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles verstuurd · laatst %1</source>
        <translation>Everything sent · last %1</translation>
    </message>
    <message>
        <source>%1 · laatst %2</source>
        <translation>%1 · last %2</translation>
    </message>
    <message numerus="yes">
        <source>Ophalen, nog %n</source>
        <translation>
            <numerusform>Fetching, %n to go</numerusform>
            <numerusform>Fetching, %n to go</numerusform>
        </translation>
    </message>
    <message>
        <source>Verbinden</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation>Offline · %1</translation>
    </message>
    <message>
        <source>Offline, alles staat op dit toestel</source>
        <translation>Offline, everything is on this device</translation>
    </message>
    <message numerus="yes">
        <source>%n wijziging(en) geweigerd</source>
        <translation>
            <numerusform>%n change refused</numerusform>
            <numerusform>%n changes refused</numerusform>
        </translation>
    </message>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Voorbeeld op dit toestel</source>
        <translation>Sample on this device</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ChecklistCase</name>
    <message>
        <source>Gekozen. De ander ziet het na het synchroniseren.</source>
        <translation>Chosen. The other sees it after synchronising.</translation>
    </message>
    <message>
        <source>Overgenomen</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Schrijf een datum, zoals 1-3-2027.</source>
        <translation>Write a date, such as 1-3-2027.</translation>
    </message>
    <message>
        <source>Kies een latere dag dan nu.</source>
        <translation>Choose a later day than now.</translation>
    </message>
    <message>
        <source>Schrijf op waarom het langer nodig is.</source>
        <translation>Write down why it is needed longer.</translation>
    </message>
    <message>
        <source>De lijst wordt langer bewaard.</source>
        <translation>The list is kept longer.</translation>
    </message>
    <message>
        <source>Gedeeld</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>De lijst is weer alleen van u.</source>
        <translation>The list is yours alone again.</translation>
    </message>
    <message>
        <source>Elk antwoord wordt meteen bewaard</source>
        <translation>Every answer is saved at once</translation>
    </message>
    <message>
        <source>Wordt bewaard …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Bewaard op dit toestel, %1</source>
        <translation>Saved on this device, %1</translation>
    </message>
    <message>
        <source>Nog niet bewaard: %1</source>
        <translation>Not saved yet: %1</translation>
    </message>
    <message>
        <source>Bewaard als PDF</source>
        <translation>Saved as PDF</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ChecklistForm</name>
    <message>
        <source>Uitkomst tot nu toe: %1 van %2. Nog niet alles is ingevuld.</source>
        <translation>Result so far: %1 of %2. Not everything is filled in yet.</translation>
    </message>
    <message>
        <source>Uitkomst: %1 van %2</source>
        <translation>Result: %1 of %2</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ConflictCase</name>
    <message>
        <source>Opgelost: %1</source>
        <translation>Settled: %1</translation>
    </message>
    <message>
        <source>Verwijderd</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Teruggehaald</source>
        <translation>Brought back</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ConflictList</name>
    <message>
        <source>Verwijderd en gewijzigd</source>
        <translation>Deleted and changed</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::DuplicatePairs</name>
    <message>
        <source>Samengevoegd. Wat alleen in de ander stond, is bewaard</source>
        <translation>Merged. What was only in the other one has been kept</translation>
    </message>
    <message>
        <source>Onthouden: dit zijn er twee</source>
        <translation>Remembered: these are two</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ImportJob</name>
    <message>
        <source>%1, regel %2</source>
        <translation>%1, line %2</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::Invitations</name>
    <message>
        <source>Nog niet verstuurd: werkt zodra dit toestel synchroniseert</source>
        <translation>Not sent yet: works as soon as this device syncs</translation>
    </message>
    <message>
        <source>Te gebruiken</source>
        <translation>Ready to use</translation>
    </message>
    <message>
        <source>Gebruikt</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>Verlopen</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Uitnodiging voor Veldwijzer</source>
        <translation>Invitation to Veldwijzer</translation>
    </message>
    <message>
        <source>Wie deze code heeft, kan ermee naar binnen. Geef hem alleen aan wie hem nodig heeft.</source>
        <translation>Whoever has this code can get in with it. Give it only to those who need it.</translation>
    </message>
    <message>
        <source>%1 van %2 keer gebruikt</source>
        <translation>used %1 of %2 times</translation>
    </message>
    <message>
        <source>tot %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>van u</source>
        <translation>from you</translation>
    </message>
    <message>
        <source>van %1</source>
        <translation>from %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n keer te gebruiken · tot %2</source>
        <translation>
            <numerusform>%1 · can be used %n time · until %2</numerusform>
            <numerusform>%1 · can be used %n times · until %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingetrokken. Dit geldt zodra het verstuurd is</source>
        <translation>Withdrawn. This counts as soon as it has been sent</translation>
    </message>
    <message>
        <source>Link gekopieerd</source>
        <translation>Link copied</translation>
    </message>
    <message>
        <source>Uitnodiging</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Open Veldwijzer, kies “QR-code scannen” en houd deze code voor de camera. Of typ of plak deze link:</source>
        <translation>Open Veldwijzer, choose “Scan a QR code” and hold this code before the camera. Or type or paste this link:</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::MapPoints</name>
    <message>
        <source>%1 diensten bij elkaar</source>
        <translation>%1 services together</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::Onboarding</name>
    <message>
        <source>Dit is geen hele uitnodiging</source>
        <translation>This is not a whole invitation</translation>
    </message>
    <message>
        <source>Geen verbinding met de server van de regio</source>
        <translation>No connection with the region’s server</translation>
    </message>
    <message>
        <source>Uw naam, wachtzin en uitnodiging zijn bewaard op dit toestel. De app probeert het vanzelf opnieuw. U mag de app ook sluiten.</source>
        <translation>Your name, passphrase and invitation are kept on this device. The app tries again by itself. You may also close the app.</translation>
    </message>
    <message>
        <source>De server kan nu niet antwoorden</source>
        <translation>The server cannot answer right now</translation>
    </message>
    <message>
        <source>Uw uitnodiging blijft geldig en is bewaard. De app probeert het vanzelf opnieuw.</source>
        <translation>Your invitation stays valid and has been kept. The app tries again by itself.</translation>
    </message>
    <message>
        <source>Er antwoordt een andere server dan die van uw uitnodiging</source>
        <translation>A different server answers than that of your invitation</translation>
    </message>
    <message>
        <source>Vraag uw coördinator om een nieuwe. Uw naam en wachtzin blijven bewaard; u hoeft alleen de nieuwe uitnodiging in te vullen.</source>
        <translation>Ask your coordinator for a new one. Your name and passphrase are kept; you only have to fill in the new invitation.</translation>
    </message>
    <message>
        <source>De regio kent deze uitnodiging nog niet</source>
        <translation>The region does not know this invitation yet</translation>
    </message>
    <message>
        <source>De klok van dit toestel loopt niet gelijk</source>
        <translation>The clock of this device is not right</translation>
    </message>
    <message>
        <source>Zet datum en tijd goed en probeer het opnieuw. Uw uitnodiging is bewaard.</source>
        <translation>Set the date and time right and try again. Your invitation has been kept.</translation>
    </message>
    <message>
        <source>Opslaan lukt niet</source>
        <translation>Saving does not work</translation>
    </message>
    <message>
        <source>Misschien is het toestel vol. Uw uitnodiging blijft geldig. Maak ruimte vrij en probeer het opnieuw.</source>
        <translation>Perhaps the device is full. Your invitation stays valid. Free up some space and try again.</translation>
    </message>
    <message>
        <source>Deze naam kan niet</source>
        <translation>This name is not possible</translation>
    </message>
    <message>
        <source>Het antwoord van de server klopt niet</source>
        <translation>The server’s answer is not right</translation>
    </message>
    <message>
        <source>Er is niets verloren en uw uitnodiging is bewaard. Probeer het opnieuw, eventueel op een ander netwerk. Blijft het zo, bel dan uw coördinator.</source>
        <translation>Nothing is lost and your invitation has been kept. Try again, perhaps on another network. If it stays like this, call your coordinator.</translation>
    </message>
    <message>
        <source>In dit plaatje staat geen QR-code</source>
        <translation>There is no QR code in this picture</translation>
    </message>
    <message>
        <source>Neem een scherpere foto, waar de hele code op staat, of vul de link in.</source>
        <translation>Take a sharper photo that shows the whole code, or fill in the link.</translation>
    </message>
    <message>
        <source>Dit bestand is geen plaatje dat de app kan lezen</source>
        <translation>This file is not a picture that the app can read</translation>
    </message>
    <message>
        <source>Kies een foto of schermafdruk van de QR-code, of vul de link in.</source>
        <translation>Choose a photo or screenshot of the QR code, or fill in the link.</translation>
    </message>
    <message>
        <source>Te kort: gebruik minstens tien tekens</source>
        <translation>Too short: use at least ten characters</translation>
    </message>
    <message>
        <source>Te makkelijk te raden: voeg nog een woord toe</source>
        <translation>Too easy to guess: add another word</translation>
    </message>
    <message>
        <source>Redelijk: een woord erbij maakt hem sterk</source>
        <translation>Fair: one more word makes it strong</translation>
    </message>
    <message>
        <source>Goed</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Sterk</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Een uitnodiging begint met veldwijzer:join/. Kopieer of scan hem nog een keer, helemaal. Er is niets veranderd.</source>
        <translation>An invitation starts with veldwijzer:join/. Copy or scan all of it once more. Nothing has changed.</translation>
    </message>
    <message>
        <source>Uw uitnodiging is bewaard, en met wat verstuurd is kan die server niets. Moet u op deze wifi eerst inloggen? Open dan een webpagina en log in, of probeer een ander netwerk. Helpt dat niet, bel dan uw coördinator.</source>
        <translation>Your invitation was kept, and that server can do nothing with what was sent. Does this wifi want you to log in first? Then open a web page and log in, or try another network. If that does not help, call your coordinator.</translation>
    </message>
    <message>
        <source>Geen veilige verbinding met de server van de regio</source>
        <translation>No secure connection to the region’s server</translation>
    </message>
    <message>
        <source>Er is niets verstuurd. Uw naam, wachtzin en uitnodiging zijn bewaard. Kijk of datum en tijd van dit toestel kloppen, en probeer een ander netwerk. Helpt dat niet, bel dan uw coördinator.</source>
        <translation>Nothing was sent. Your name, passphrase and invitation were kept. See whether the date and time of this device are right, and try another network. If that does not help, call your coordinator.</translation>
    </message>
    <message>
        <source>Uw naam en wachtzin blijven bewaard. Het toestel van uw coördinator moet eerst synchroniseren. Probeer het daarna opnieuw, of vul een andere uitnodiging in.</source>
        <translation>Your name and passphrase are kept. Your coordinator’s device has to sync first. Try again after that, or fill in another invitation.</translation>
    </message>
    <message>
        <source>Uw uitnodiging is bewaard. Vul de naam in waaronder collega’s u kennen, van hooguit 200 tekens.</source>
        <translation>Your invitation was kept. Fill in the name by which colleagues know you, of at most 200 characters.</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::RecordEditor</name>
    <message>
        <source>Een collega veranderde dit intussen in: %1. Bewaar nog een keer om uw tekst te houden.</source>
        <translation>A colleague changed this meanwhile to: %1. Save once more to keep your text.</translation>
    </message>
    <message>
        <source>Een collega was u net voor</source>
        <translation>A colleague was just ahead of you</translation>
    </message>
    <message>
        <source>Er is nog niets bewaard. Kijk wat er is veranderd.</source>
        <translation>Nothing is saved yet. See what has changed.</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::RecordHistory</name>
    <message>
        <source>iets dat niet op dit toestel staat</source>
        <translation>something that is not on this device</translation>
    </message>
    <message>
        <source>leeggemaakt</source>
        <translation>emptied</translation>
    </message>
    <message>
        <source>ingevuld</source>
        <translation>filled in</translation>
    </message>
    <message>
        <source>toegevoegd</source>
        <translation>added</translation>
    </message>
    <message>
        <source>weggehaald</source>
        <translation>taken away</translation>
    </message>
    <message>
        <source>bijgewerkt</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>alles verwijderd</source>
        <translation>everything deleted</translation>
    </message>
    <message>
        <source>teruggezet</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>voorgoed gewist</source>
        <translation>erased for good</translation>
    </message>
    <message>
        <source>u</source>
        <translation>you</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::RemarkList</name>
    <message>
        <source>Afgehandeld. De dienst geldt nu als gecontroleerd</source>
        <translation>Dealt with. The service now counts as checked</translation>
    </message>
    <message>
        <source>Uw opmerking is ingetrokken</source>
        <translation>Your remark was withdrawn</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::SearchResults</name>
    <message>
        <source>Deze plaats of postcode is niet bekend. Probeer een plaats in de buurt.</source>
        <translation>This place or postcode is not known. Try a place nearby.</translation>
    </message>
    <message>
        <source>Niets gevonden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>%1 diensten in uw regio</source>
        <translation>%1 services in your region</translation>
    </message>
    <message>
        <source>1 dienst gevonden</source>
        <translation>1 service found</translation>
    </message>
    <message>
        <source>%1 diensten gevonden</source>
        <translation>%1 services found</translation>
    </message>
    <message>
        <source>Niet gevonden en dus niet meegeteld: %1</source>
        <translation>Not found and so left out: %1</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::ServiceDetail</name>
    <message>
        <source>Dank u. Uw controle van vandaag is genoteerd.</source>
        <translation>Thank you. Your check of today was noted.</translation>
    </message>
    <message>
        <source>Uw opmerking is bewaard. De beheerders van de kaart krijgen die te zien.</source>
        <translation>Your remark was saved. Those who look after the map will see it.</translation>
    </message>
    <message>
        <source>Uw opmerking is ingetrokken.</source>
        <translation>Your remark was withdrawn.</translation>
    </message>
    <message>
        <source>‘%1’ is verwijderd</source>
        <translation>‘%1’ was deleted</translation>
    </message>
    <message>
        <source>‘%1’ is terug</source>
        <translation>‘%1’ is back</translation>
    </message>
    <message>
        <source>Aanmelden: %1</source>
        <translation>Sign up: %1</translation>
    </message>
    <message>
        <source>Telefoon: %1</source>
        <translation>Telephone: %1</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>Email: %1</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::StaleList</name>
    <message>
        <source>Laatst gecontroleerd op %1</source>
        <translation>Last checked on %1</translation>
    </message>
    <message>
        <source>Nog nooit gecontroleerd</source>
        <translation>Never checked</translation>
    </message>
    <message>
        <source>Geldt nu voor de hele regio</source>
        <translation>Now counts for the whole region</translation>
    </message>
    <message>
        <source>Genoteerd: vandaag gecontroleerd</source>
        <translation>Noted: checked today</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::SyncOverview</name>
    <message>
        <source>(leeg)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Terughalen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>%1: zonder %2</source>
        <translation>%1: without %2</translation>
    </message>
    <message>
        <source>%1: met %2</source>
        <translation>%1: with %2</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Social map</translation>
    </message>
    <message>
        <source>Signaleringslijsten</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>Programma</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Aanmeldingen</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>Geheime adressen</source>
        <translation>Secret addresses</translation>
    </message>
    <message>
        <source>Alleen voor u</source>
        <translation>Only for you</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>verwijderd</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>teruggehaald</source>
        <translation>brought back</translation>
    </message>
    <message>
        <source>Opnieuw ingevoerd. Het gaat de volgende keer mee.</source>
        <translation>Entered again. It goes along next time.</translation>
    </message>
    <message>
        <source>Gekopieerd</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Weggehaald uit de lijst</source>
        <translation>Removed from the list</translation>
    </message>
    <message>
        <source>Opmerkingen</source>
        <translation>Remarks</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::SynonymList</name>
    <message>
        <source>Toegevoegd</source>
        <translation>Added</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::TemplateList</name>
    <message>
        <source>Kies eerst een lijst.</source>
        <translation>Choose a list first.</translation>
    </message>
    <message>
        <source>Deze zaakcode is te lang.</source>
        <translation>This case code is too long.</translation>
    </message>
    <message numerus="yes">
        <source>%n lijst(en) klaargezet</source>
        <translation>
            <numerusform>%n list set out</numerusform>
            <numerusform>%n lists set out</numerusform>
        </translation>
    </message>
    <message>
        <source>Deze lijsten staan er al.</source>
        <translation>These lists are here already.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n vraag/vragen om in te vullen</source>
        <translation>
            <numerusform>%1: %n question to fill in</numerusform>
            <numerusform>%1: %n questions to fill in</numerusform>
        </translation>
    </message>
    <message>
        <source>Binnengehaald: %1</source>
        <translation>Imported: %1</translation>
    </message>
    <message>
        <source>In gebruik genomen</source>
        <translation>Taken into use</translation>
    </message>
    <message>
        <source>Niet meer in gebruik. Lijsten die ermee begonnen zijn, blijven.</source>
        <translation>No longer in use. Lists that were begun with it stay.</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::TermList</name>
    <message>
        <source>Toegevoegd</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Hernoemd voor iedereen</source>
        <translation>Renamed for everyone</translation>
    </message>
    <message>
        <source>Niet meer te kiezen</source>
        <translation>Can no longer be chosen</translation>
    </message>
    <message>
        <source>Weer te kiezen</source>
        <translation>Can be chosen again</translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::Today</name>
    <message>
        <source>Laatst gecontroleerd op %1</source>
        <translation>Last checked on %1</translation>
    </message>
    <message>
        <source>Nog nooit gecontroleerd</source>
        <translation>Never checked</translation>
    </message>
    <message>
        <source>Moest voor %1 herzien zijn</source>
        <translation>Was due for review by %1</translation>
    </message>
    <message>
        <source>Herzien voor %1</source>
        <translation>Review by %1</translation>
    </message>
    <message>
        <source>Open tot %1</source>
        <translation>Open until %1</translation>
    </message>
    <message>
        <source>Dag en nacht open</source>
        <translation>Open day and night</translation>
    </message>
</context>
</TS>
