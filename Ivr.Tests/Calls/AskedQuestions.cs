using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>All questions on both lines.</summary>
internal static class AskedQuestions
{
    /// <summary>In the order in which a caller hears them.</summary>
    public static IReadOnlyList<AskedQuestion> All { get; } =
    [
        new(TestData.FlandersLandline, "")
        {
            Wrong = "77#",
            Help = "0#",
            First = "Toets uw login in.",
            Second = "Wat is uw login?",
            Third = "Neem uw tijd. Toets nu uw login in",
            Explanation = "U hebt uw login en uw wachtwoord nodig.",
        },
        new(TestData.FlandersLandline, $"{TestData.Nl.Login}#")
        {
            Wrong = "7#",
            Help = "0#",
            First = "Toets uw wachtwoord in.",
            Second = "Wat is uw wachtwoord?",
            Third = "Uw wachtwoord kreeg u van uw onderneming",
            Explanation = "app Job Tracker",
        },
        new(TestData.FlandersLandline, TestData.Nl.Keys)
        {
            Wrong = "77#",
            Help = "0#",
            First = "Toets het gebruikersnummer",
            Second = "Wat is het gebruikersnummer",
            Third = "niet uw eigen login",
            Explanation = "Elke klant heeft een gebruikersnummer",
        },
        new(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders)
        {
            Wrong = "7",
            Help = "0",
            First = "Voor huishoudelijke hulp",
            Second = "Wat hebt u gedaan?",
            Third = "Eén cijfer is genoeg",
            Explanation = "Kies het soort werk",
        },
        new(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders + "1")
        {
            Wrong = "*",
            Help = "0",
            First = "Hoeveel uren",
            Second = "Het aantal hele uren",
            Third = "met één cijfer",
            Explanation = "We registreren hele uren",
        },
        new(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders + "13")
        {
            Wrong = "7",
            Help = "0",
            First = "Om te bevestigen, druk 1.",
            Second = "We herhalen:",
            Third = "Deze prestatie is nog niet geregistreerd.",
            Explanation = "Pas als u bevestigt",
        },
        new(TestData.Wallonia, "")
        {
            Wrong = "77#",
            Help = "0#",
            First = "Tapez votre login.",
            Second = "Quel est votre login ?",
            Third = "Prenez votre temps. Tapez maintenant votre login",
            Explanation = "Il vous faut votre login",
        },
        new(TestData.Wallonia, $"{TestData.Fr.Login}#")
        {
            Wrong = "7#",
            Help = "0#",
            First = "Tapez votre mot de passe.",
            Second = "Quel est votre mot de passe ?",
            Third = "Il se compose de chiffres.",
            Explanation = "application Job Tracker",
        },
        new(TestData.Wallonia, TestData.Fr.Keys)
        {
            Wrong = "77#",
            Help = "0#",
            First = "Tapez le numéro d'utilisateur",
            Second = "Quel est le numéro d'utilisateur",
            Third = "pas votre propre login",
            Explanation = "Chaque client a un numéro",
        },
        new(TestData.Wallonia, TestData.Fr.Keys + TestData.InWallonia)
        {
            Wrong = "9",
            Help = "0",
            First = "Pour l'aide ménagère",
            Second = "Qu'avez-vous fait ?",
            Third = "Un seul chiffre suffit",
            Explanation = "Choisissez le type de travail",
        },
        new(TestData.Wallonia, TestData.Fr.Keys + TestData.InWallonia + "1")
        {
            Wrong = "#",
            Help = "0",
            First = "Combien d'heures",
            Second = "Le nombre d'heures entières",
            Third = "par un seul chiffre",
            Explanation = "Nous enregistrons des heures entières",
        },
        new(TestData.Wallonia, TestData.Fr.Keys + TestData.InWallonia + "13")
        {
            Wrong = "#",
            Help = "0",
            First = "Pour confirmer, tapez 1.",
            Second = "Nous répétons :",
            Third = "Cette prestation n'est pas encore enregistrée.",
            Explanation = "n'est enregistrée que si vous confirmez",
        },
    ];
}
