using System.Globalization;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Development;

/// <summary>What the keys of a question mean, for the buttons of the browser phone, in English as that page is.</summary>
internal static class DemonstrationAnswers
{
    /// <summary>The answers by the state that asks.</summary>
    public static IReadOnlyDictionary<CallState, IReadOnlyList<KeyMeaning>> All { get; } = new Dictionary<CallState, IReadOnlyList<KeyMeaning>>
    {
        [CallState.UserNumber] =
        [
            new("1#", "1#", "the offered client"), new("nn#", "10# to 99#", "a client by short number"), new("4#", "4#", "forget this phone"),
            new("8#", "8#", "practice, or its end"), new("9#", "9#", "own entries of today"), new("0#", "0#", "help"),
        ],
        [CallState.OwnEntries] = [new("1", "1", "the reference")],
        [CallState.Activity] = [.. Numbered(Draft.Activities, SpokenValues.Activity)],
        [CallState.Hours] = [.. Numbered(Draft.MaxHours, SpokenValues.Hours)],
        [CallState.Summary] = [new("1", "1", "confirm"), new("2", "2", "correct it")],
        [CallState.MainMenu] = [new("1", "1", "the client"), new("2", "2", "the activity"), new("3", "3", "the hours")],
        [CallState.Recorded] = [new("1", "1", "another entry"), new("9", "9", "cancel it")],
        [CallState.Undo] = [new("1", "1", "cancel it"), new("2", "2", "keep it")],
        [CallState.Undone] = [new("1", "1", "another entry")],
        [CallState.Practised] = [new("1", "1", "practise again")],
        [CallState.LeftInJournal] = [new("1", "1", "another entry")],
    };

    private static IEnumerable<KeyMeaning> Numbered(int most, Func<int, Wording> words) =>
        from number in Enumerable.Range(1, most)
        let key = number.ToString(CultureInfo.InvariantCulture)
        select new KeyMeaning(key, key, words(number).In(Language.En));
}

/// <summary>Keys to press, the words of a button that presses them, and what they mean.</summary>
internal sealed record KeyMeaning(string Keys, string Words, string More);
