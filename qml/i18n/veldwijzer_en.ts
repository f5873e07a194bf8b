<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>Field</name>
    <message>
        <source>Verberg wachtzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon wachtzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>Notities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Sneltoetsen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vandaag, sociale kaart, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchroniseren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit overzicht</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Notities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManagePage</name>
    <message>
        <source>Beheer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Voortgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Dit is niet de juiste wachtzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets veranderd. Kijk of Caps Lock aan staat en probeer het nog een keer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze wachtzin is te makkelijk te raden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een langere zin, bijvoorbeeld vier losse woorden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De opslag op dit toestel is beschadigd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat u eerder hebt verstuurd, staat ook bij uw collega’s. Zet dit toestel niet terug en gooi niets weg. Neem contact op met uw coördinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De opslag op dit toestel is ouder dan verwacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misschien is een reservekopie teruggezet. Wat verstuurd is, komt terug bij het synchroniseren. Wat daarna alleen op dit toestel stond, is er niet meer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De app is al open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit het andere venster en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op dit toestel staat al een regio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open die met uw wachtzin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niets op dit toestel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin met een uitnodiging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze uitnodiging is verlopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraag uw coördinator om een nieuwe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze uitnodiging is al gebruikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze uitnodiging is ingetrokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De regio kent deze uitnodiging nog niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het toestel van uw coördinator moet eerst synchroniseren. Probeer het daarna opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen verbinding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles staat veilig op dit toestel en gaat vanzelf mee zodra het kan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server kan nu niet antwoorden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles staat veilig op dit toestel. De app probeert het vanzelf opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er antwoordt een andere server dan die van uw regio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets naartoe gestuurd. Probeer een ander netwerk. Helpt dat niet, bel dan uw coördinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server vertelt niet iedereen hetzelfde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uw eigen werk staat veilig op dit toestel. Meld dit aan uw coördinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server is teruggezet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uw toestel vult aan wat de server kwijt is. U hoeft niets te doen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit toestel hoort niet (meer) bij de regio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat u niet hebt verstuurd, staat nog op dit toestel. Neem contact op met uw coördinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dat mag u met uw rol niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets veranderd. Vraag het uw coördinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De klok van dit toestel loopt niet gelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zet datum en tijd goed. Uw werk staat veilig op dit toestel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan lukt niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misschien is het toestel vol. Wat eerder is opgeslagen, is veilig. Maak ruimte vrij en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit staat niet (meer) op dit toestel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchroniseer en zoek het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is te groot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets veranderd. Maak het korter of kleiner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is gemaakt met een nieuwere versie van de app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Werk de app bij. Er is niets veranderd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit kan de app niet lezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets veranderd. Kijk na wat er is ingevuld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er ging iets mis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat eerder is opgeslagen, is veilig. Probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog nooit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zojuist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gisteren %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu bellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snel weg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SocialMapPage</name>
    <message>
        <source>Sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Bezig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message>
        <source>Synchronisatie: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Synchronisatie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Vandaag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Nu bellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Nu bellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kaart van uw regio, ook zonder internet. Alleen u en uw collega’s kunnen erin lezen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bekijk het voorbeeld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::App</name>
    <message numerus="yes">
        <source>%n wijziging(en) wachten</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Voorbeeld, alleen op dit toestel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles verstuurd · laatst %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · laatst %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ophalen, nog %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Verbinden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline, alles staat op dit toestel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wijziging(en) geweigerd</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
