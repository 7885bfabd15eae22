using Ivr.Server.Words;

namespace Ivr.Server.Secured.Words;

/// <summary>Texts of the page of one entry.</summary>
internal static class EntryPageWords
{
    public static readonly Wording WhatHolds = new("Wat nu geldt", "Ce qui vaut maintenant", "Was jetzt gilt", "What holds now");
    public static readonly Wording ServiceDate = new("Datum van het werk", "Date du travail", "Datum der Arbeit", "Date of the work");
    public static readonly Wording RecordedAt = new("Geregistreerd op", "Enregistrée le", "Erfasst am", "Recorded at");
    public static readonly Wording Corrections = new("Wat veranderd is", "Ce qui a changé", "Was geändert wurde", "What was changed");
    public static readonly Wording AsRecorded = new("Zoals telefonisch doorgegeven", "Comme communiqué par téléphone", "Wie telefonisch gemeldet", "As reported by phone");
    public static readonly Wording UndoneByPhone = new(
        "Door de medewerker geannuleerd, in dezelfde oproep", "Annulée par le travailleur, pendant le même appel",
        "Vom Mitarbeiter im selben Anruf storniert", "Cancelled by the worker, in the same call");
    public static readonly Wording Correct = new("Verbeteren", "Corriger", "Berichtigen", "Correct it");
    public static readonly Wording CountAgain = new("Toch laten meetellen", "La compter quand même", "Doch zählen lassen", "Count it after all");
    public static readonly Wording Cancel = new("Annuleren", "Annuler", "Stornieren", "Cancel it");
    public static readonly Wording CancelIt = new("Prestatie annuleren", "Annuler la prestation", "Leistung stornieren", "Cancel the entry");
    public static readonly Wording WhyCancel = new("Waarom telt ze niet mee?", "Pourquoi ne compte-t-elle pas ?", "Warum zählt sie nicht?", "Why does it not count?");
    public static readonly Wording Reason = new("Reden", "Raison", "Grund", "Reason");
    public static readonly Wording Save = new("Verbetering opslaan", "Enregistrer la correction", "Berichtigung speichern", "Save the correction");

    public static readonly Wording Explained = new(
        "Wat de medewerker doorgaf, blijft bewaard. Uw verbetering komt erbij, met uw naam, het tijdstip en de reden.",
        "Ce que le travailleur a communiqué est conservé. Votre correction s'y ajoute, avec votre nom, l'heure et la raison.",
        "Was gemeldet wurde, bleibt erhalten. Ihre Berichtigung kommt hinzu, mit Ihrem Namen, der Zeit und dem Grund.",
        "What the worker reported is kept. Your correction is added, with your name, the time and the reason.");

    public static readonly Wording CancelExplained = new(
        "Een geannuleerde prestatie telt niet meer mee, maar blijft zichtbaar. U kunt ze later toch laten meetellen.",
        "Une prestation annulée ne compte plus, mais reste visible. Vous pourrez la compter quand même plus tard.",
        "Eine stornierte Leistung zählt nicht mehr, bleibt aber sichtbar. Sie können sie später doch zählen lassen.",
        "A cancelled entry does not count any more, but it stays visible. You can count it after all later.");

    public static readonly Wording Corrected = new(
        "Uw verbetering is bewaard.", "Votre correction est enregistrée.", "Ihre Berichtigung ist gespeichert.", "Your correction is saved.");

    public static readonly Wording CancelledNow = new(
        "De prestatie is geannuleerd en telt niet meer mee.",
        "La prestation est annulée et ne compte plus.",
        "Die Leistung ist storniert und zählt nicht mehr.",
        "The entry is cancelled and does not count any more.");

    public static readonly Wording DoesNotFit = new(
        "Kies 1 tot 9 uur, en een datum tot vandaag, hoogstens een maand van de doorgegeven datum.",
        "Choisissez de 1 à 9 heures et une date jusqu'à aujourd'hui, à un mois au plus de la date communiquée.",
        "Wählen Sie 1 bis 9 Stunden und ein Datum bis heute, höchstens einen Monat vom gemeldeten Datum.",
        "Choose 1 to 9 hours, and a date up to today, at most a month from the one that was reported.");

    public static readonly Wording ReasonMissing = new("Geef een reden op.", "Indiquez une raison.", "Geben Sie einen Grund an.", "Give a reason.");

    public static readonly Wording CorrectedMeanwhile = new(
        "Iemand anders heeft deze prestatie intussen verbeterd. Kijk eerst na wat nu geldt.",
        "Quelqu'un d'autre a corrigé cette prestation entre-temps. Vérifiez d'abord ce qui vaut maintenant.",
        "Jemand anders hat diese Leistung inzwischen berichtigt. Sehen Sie zuerst nach, was jetzt gilt.",
        "Somebody else has corrected this entry meanwhile. See first what holds now.");
}
