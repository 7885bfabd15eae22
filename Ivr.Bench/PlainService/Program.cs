// The same calls as the server's, written in the usual way: ASP.NET Core, the Twilio package, Stateless, Dapper, Npgsql, the state of the
// calls in memory. Its settings have the names of the server's: Urls, ConnectionStrings:Ivr, Twilio:AuthToken, Passwords:Iterations.
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using PlainService;
using Twilio.Security;

var builder = WebApplication.CreateBuilder(args);
var config = builder.Configuration;
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

var connectionString = new NpgsqlConnectionStringBuilder(config.GetConnectionString("Ivr")) { MaxAutoPrepare = 20 };
builder.Services.AddSingleton(NpgsqlDataSource.Create(connectionString));
builder.Services.AddSingleton(new PasswordHasher(config.GetValue("Passwords:Iterations", 100_000)));
builder.Services.AddSingleton<Repository>();
builder.Services.AddSingleton<CallFlow>();
builder.Services.AddMemoryCache();

var app = builder.Build();

var validator = new RequestValidator(config["Twilio:AuthToken"]!);
var callsLive = new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromHours(1) };

var voice = app.MapGroup("/voice").DisableAntiforgery().AddEndpointFilter(async (context, next) =>
{
    var request = context.HttpContext.Request;
    var form = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
    return validator.Validate(request.GetEncodedUrl(), form, request.Headers["X-Twilio-Signature"].ToString())
        ? await next(context)
        : Results.StatusCode(StatusCodes.Status403Forbidden);
});

voice.MapPost("/incoming", ([FromForm] VoiceRequest request, HttpResponse response, IMemoryCache calls) =>
{
    var call = new Call { Sid = request.CallSid };
    calls.Set(call.Sid, call, callsLive);
    return Prompts.Ask(response, call);
});

voice.MapPost("/input", async ([FromForm] VoiceRequest request, HttpResponse response, IMemoryCache calls, CallFlow flow) =>
{
    if (calls.Get<Call>(request.CallSid) is not { } call)
        return Prompts.Goodbye("Uw oproep is verlopen. Gelieve opnieuw te bellen.");

    var note = await flow.HearAsync(call, request.Digits);
    if (call.Step != Step.Ended)
        return Prompts.Ask(response, call, note);

    calls.Remove(call.Sid);
    return Prompts.Goodbye("Dank u voor uw oproep. Tot ziens.");
});

voice.MapPost("/status", ([FromForm] VoiceRequest request, IMemoryCache calls) =>
{
    if (request.CallStatus is "completed" or "busy" or "failed" or "no-answer" or "canceled")
        calls.Remove(request.CallSid);
    return Results.NoContent();
});

app.MapGet("/health/ready", async (NpgsqlDataSource database) =>
{
    await using var command = database.CreateCommand("select 1");
    await command.ExecuteScalarAsync();
    return "ok";
});

await app.RunAsync();
