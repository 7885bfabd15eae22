using Stateless;

namespace PlainService;

internal enum Step
{
    Login,
    Password,
    UserNumber,
    Activity,
    Hours,
    Summary,
    Recorded,
    Ended,
}

internal enum Trigger
{
    Accept,
    Refuse,
    Change,
    Stop,
}

/// <summary>The state of one call.</summary>
internal sealed class Call
{
    public required string Sid { get; init; }

    public Step Step { get; set; } = Step.Login;

    public int Attempts { get; set; }

    public int LoginFailures { get; set; }

    public string? Login { get; set; }

    public long WorkerId { get; set; }

    public long UserId { get; set; }

    public string? UserName { get; set; }

    public int Activity { get; set; }

    public int Hours { get; set; }

    public int Entry { get; set; }

    public StateMachine<Step, Trigger>? Machine { get; set; }
}

/// <summary>Takes the digits of one webhook, moves the call, and returns what is said first.</summary>
internal sealed class CallFlow(Repository repository, PasswordHasher hasher)
{
    private const int MaxAttempts = 3;

    public static readonly IReadOnlyDictionary<int, string> Activities = new Dictionary<int, string>
    {
        [1] = "huishoudelijke hulp", [2] = "boodschappen", [3] = "persoonsverzorging", [4] = "vervoer", [5] = "oppas",
    };

    public async Task<string?> HearAsync(Call call, string? digits)
    {
        var machine = call.Machine ??= Build(call);
        if (string.IsNullOrEmpty(digits))
            return Retry(call, machine, "We hebben niets ontvangen.");

        switch (call.Step)
        {
            case Step.Login:
                if (digits.Length != 12 || !digits.All(char.IsAsciiDigit))
                    return Retry(call, machine, "Dit inlognummer is ongeldig.");
                call.Login = digits;
                machine.Fire(Trigger.Accept);
                return null;

            case Step.Password:
                return await LogInAsync(call, machine, digits);

            case Step.UserNumber:
                var user = IsUserNumber(digits) ? await repository.FindUserAsync(digits) : null;
                if (user is null)
                    return Retry(call, machine, "Dit nummer is niet gekend.");
                (call.UserId, call.UserName) = (user.Id, user.Name);
                machine.Fire(Trigger.Accept);
                return null;

            case Step.Activity:
                if (!int.TryParse(digits, out var activity) || !Activities.ContainsKey(activity))
                    return Retry(call, machine, "Ongeldige keuze.");
                call.Activity = activity;
                machine.Fire(Trigger.Accept);
                return null;

            case Step.Hours:
                if (!int.TryParse(digits, out var hours) || hours is < 1 or > 9)
                    return Retry(call, machine, "Ongeldige keuze.");
                call.Hours = hours;
                machine.Fire(Trigger.Accept);
                return null;

            case Step.Summary:
                return await RecordAsync(call, machine, digits);

            case Step.Recorded:
                machine.Fire(digits == "1" ? Trigger.Accept : Trigger.Stop);
                return null;

            default:
                throw new InvalidOperationException($"No input is expected in step {call.Step}");
        }
    }

    private async Task<string> LogInAsync(Call call, StateMachine<Step, Trigger> machine, string password)
    {
        var worker = await repository.FindWorkerAsync(call.Login!);
        if (worker is null || !hasher.Verify(password, worker.PasswordSalt, worker.PasswordHash))
        {
            machine.Fire(++call.LoginFailures >= MaxAttempts ? Trigger.Stop : Trigger.Refuse);
            return "Het inlognummer of wachtwoord is onjuist.";
        }

        call.WorkerId = worker.Id;
        machine.Fire(Trigger.Accept);
        return $"Dag {worker.Name}.";
    }

    private async Task<string?> RecordAsync(Call call, StateMachine<Step, Trigger> machine, string choice)
    {
        switch (choice)
        {
            case "1":
                call.Entry++;
                var id = await repository.InsertPerformanceAsync(call);
                machine.Fire(Trigger.Accept);
                return $"Uw prestatie is geregistreerd, met nummer {Reference.Spoken(id)}.";

            case "2":
                machine.Fire(Trigger.Change);
                return null;

            default:
                return Retry(call, machine, "Ongeldige keuze.");
        }
    }

    private static StateMachine<Step, Trigger> Build(Call call)
    {
        var machine = new StateMachine<Step, Trigger>(() => call.Step, step => call.Step = step);
        machine.Configure(Step.Login).Permit(Trigger.Accept, Step.Password).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.Password).Permit(Trigger.Accept, Step.UserNumber).Permit(Trigger.Refuse, Step.Login).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.UserNumber).Permit(Trigger.Accept, Step.Activity).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.Activity).Permit(Trigger.Accept, Step.Hours).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.Hours).Permit(Trigger.Accept, Step.Summary).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.Summary).Permit(Trigger.Accept, Step.Recorded).Permit(Trigger.Change, Step.Activity).Permit(Trigger.Stop, Step.Ended);
        machine.Configure(Step.Recorded).Permit(Trigger.Accept, Step.UserNumber).Permit(Trigger.Stop, Step.Ended);
        machine.OnTransitioned(_ => call.Attempts = 0);
        return machine;
    }

    private static string Retry(Call call, StateMachine<Step, Trigger> machine, string note)
    {
        if (++call.Attempts >= MaxAttempts)
            machine.Fire(Trigger.Stop);
        return note;
    }

    private static bool IsUserNumber(string digits)
    {
        if (digits.Length != 12 || !digits.All(char.IsAsciiDigit))
            return false;
        var rest = long.Parse(digits.AsSpan(0, 10)) % 97;
        return (rest == 0 ? 97 : rest) == int.Parse(digits.AsSpan(10));
    }
}

/// <summary>The number that the caller writes down.</summary>
internal static class Reference
{
    /// <summary>The id of a row in eight digits, with a check digit, in three spoken groups: the function reference of schema.sql.</summary>
    public static string Spoken(long id)
    {
        var digits = $"{10_000_000 + id}";
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return string.Join(", ", $"{digits}{(11 - product) % 10}".Chunk(3).Select(group => string.Join(' ', group)));
    }
}
