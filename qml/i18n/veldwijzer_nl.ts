<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="nl">
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
</TS>
