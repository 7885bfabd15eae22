using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Development;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Deployment.Embedded;

public sealed class DemonstrationTests(TestCluster cluster)
{
    private static readonly PasswordHash Passwords = new(Options.Create(new PasswordOptions { Pepper = TestCluster.Pepper, Iterations = 1 }));

    [Fact]
    public async Task A_fill_that_was_interrupted_is_finished_at_the_next_start_and_then_left_alone()
    {
        await using var database = new TestDatabase(await cluster.CreateEmptyDatabaseAsync());
        await using var source = DatabaseServices.CreateSource(database.ConnectionString);
        await new Migrator(source, Migration.All).MigrateAsync();
        await new CsvImporter(source).ImportAsync(CsvTables.Companies, "companies.csv", DemonstrationData.Open("companies"));

        for (var start = 0; start < 2; start++)
        {
            await DemonstrationData.FillAsync(source, Passwords);
            Assert.Equal(3, await database.SingleAsync<int>("select count(*)::integer from company"));
            Assert.Equal(12, await database.SingleAsync<int>("select count(*)::integer from worker"));
            Assert.Equal(24, await database.SingleAsync<int>("select count(*)::integer from client"));
        }
    }

    [Fact]
    public void There_are_logins_in_four_languages_and_clients_in_three_regions()
    {
        Assert.Equal(["nl", "fr", "de", "en"], DemonstrationData.Logins().Select(worker => worker.Language).Distinct());
        Assert.Equal(["flanders", "brussels", "wallonia"], DemonstrationData.Clients().Select(client => client.Region).Distinct());
        Assert.All(DemonstrationData.Clients(), client => Assert.True(Ivr.StateMachine.Answers.UserNumber.HasRightCheckDigits(client.UserNumber)));
    }
}
