<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="nl">
<context>
    <name>Accesses</name>
    <message numerus="yes">
        <source>%n antwoord(en) ingevuld</source>
        <translation>
            <numerusform>%n antwoord ingevuld</numerusform>
            <numerusform>%n antwoorden ingevuld</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistHeading</name>
    <message numerus="yes">
        <source>Er moet %n keer gekozen worden</source>
        <translation>
            <numerusform>Er moet %n keer gekozen worden</numerusform>
            <numerusform>Er moet %n keer gekozen worden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistSharePage</name>
    <message numerus="yes">
        <source>%n persoon/personen</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message numerus="yes">
        <source>Nog %n verplicht</source>
        <translation>
            <numerusform>Nog %n verplicht</numerusform>
            <numerusform>Nog %n verplicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>%1. Van %n veld(en) die nog gekozen moeten worden staat de getoonde waarde erin.</source>
        <translation>
            <numerusform>%1. Van %n veld dat nog gekozen moet worden, staat de getoonde waarde erin.</numerusform>
            <numerusform>%1. Van %n velden die nog gekozen moeten worden, staat de getoonde waarde erin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Staat niet meer in het bestand: %n</source>
        <translation>
            <numerusform>Staat niet meer in het bestand: %n</numerusform>
            <numerusform>Staan niet meer in het bestand: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bijzonderheden: %n</source>
        <translation>
            <numerusform>Bijzonderheden: %n</numerusform>
            <numerusform>Bijzonderheden: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>Nog %n dag(en) bewaard</source>
        <translation>
            <numerusform>Nog %n dag bewaard</numerusform>
            <numerusform>Nog %n dagen bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nog %n maand(en) bewaard</source>
        <translation>
            <numerusform>Nog %n maand bewaard</numerusform>
            <numerusform>Nog %n maanden bewaard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message numerus="yes">
        <source>Kaart van de regio, %n plek(ken)</source>
        <translation>
            <numerusform>Kaart van de regio, %n plek</numerusform>
            <numerusform>Kaart van de regio, %n plekken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dienst(en) zonder adres staan alleen in de lijst</source>
        <translation>
            <numerusform>%n dienst zonder adres staat alleen in de lijst</numerusform>
            <numerusform>%n diensten zonder adres staan alleen in de lijst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n toestel(len)</source>
        <translation>
            <numerusform>%n toestel</numerusform>
            <numerusform>%n toestellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n minuten</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StalePage</name>
    <message numerus="yes">
        <source>%n maand(en)</source>
        <translation>
            <numerusform>%n maand</numerusform>
            <numerusform>%n maanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dienst(en) zijn langer dan %1 niet gecontroleerd.</source>
        <translation>
            <numerusform>%n dienst is langer dan %1 niet gecontroleerd.</numerusform>
            <numerusform>%n diensten zijn langer dan %1 niet gecontroleerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Controleren na %n maand(en), voor de hele regio</source>
        <translation>
            <numerusform>Controleren na %n maand, voor de hele regio</numerusform>
            <numerusform>Controleren na %n maanden, voor de hele regio</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>Te kiezen: %n</source>
        <translation>
            <numerusform>Te kiezen: %n</numerusform>
            <numerusform>Te kiezen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uitnodiging(en) of intrekking(en) gaan de volgende keer mee.</source>
        <translation>
            <numerusform>%n uitnodiging of intrekking gaat de volgende keer mee.</numerusform>
            <numerusform>%n uitnodigingen of intrekkingen gaan de volgende keer mee.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>En nog %n</source>
        <translation>
            <numerusform>En nog %n</numerusform>
            <numerusform>En nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message numerus="yes">
        <source>%n maand(en) bewaren</source>
        <translation>
            <numerusform>%n maand bewaren</numerusform>
            <numerusform>%n maanden bewaren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n wijziging(en) van u zijn geweigerd</source>
        <translation>
            <numerusform>%n wijziging van u is geweigerd</numerusform>
            <numerusform>%n wijzigingen van u zijn geweigerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Er moet %n keer gekozen worden</source>
        <translation>
            <numerusform>Er moet %n keer gekozen worden</numerusform>
            <numerusform>Er moet %n keer gekozen worden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alle %n</source>
        <translation>
            <numerusform>Alle %n</numerusform>
            <numerusform>Alle %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Van de %1 diensten is er nu %n open.</source>
        <translation>
            <numerusform>Van de %1 diensten is er nu %n open.</numerusform>
            <numerusform>Van de %1 diensten zijn er nu %n open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>Vaak mis. Wacht nog %n tellen voor de volgende poging.</source>
        <translation>
            <numerusform>Vaak mis. Wacht nog %n tel voor de volgende poging.</numerusform>
            <numerusform>Vaak mis. Wacht nog %n tellen voor de volgende poging.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::App</name>
    <message numerus="yes">
        <source>%n wijziging(en) wachten</source>
        <translation>
            <numerusform>%n wijziging wacht</numerusform>
            <numerusform>%n wijzigingen wachten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ophalen, nog %n</source>
        <translation>
            <numerusform>Ophalen, nog %n</numerusform>
            <numerusform>Ophalen, nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wijziging(en) geweigerd</source>
        <translation>
            <numerusform>%n wijziging geweigerd</numerusform>
            <numerusform>%n wijzigingen geweigerd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::Invitations</name>
    <message numerus="yes">
        <source>%1 · %n keer te gebruiken · tot %2</source>
        <translation>
            <numerusform>%1 · %n keer te gebruiken · tot %2</numerusform>
            <numerusform>%1 · %n keer te gebruiken · tot %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veldwijzer::app::TemplateList</name>
    <message numerus="yes">
        <source>%n lijst(en) klaargezet</source>
        <translation>
            <numerusform>%n lijst klaargezet</numerusform>
            <numerusform>%n lijsten klaargezet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n vraag/vragen om in te vullen</source>
        <translation>
            <numerusform>%1: %n vraag om in te vullen</numerusform>
            <numerusform>%1: %n vragen om in te vullen</numerusform>
        </translation>
    </message>
</context>
</TS>
