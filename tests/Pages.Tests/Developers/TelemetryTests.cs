using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using HnCe.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace HnCe.Pages.Tests.Developers;

/// <summary>What a collector would get: names of operations, numbers and codes; never who or what.</summary>
[Trait("Spec", "GRAPH-15")]
public sealed class TelemetryTests : WorldFixture
{
    [Fact]
    public async Task Operations_AreCountedAndTimed_WithoutPersonalData()
    {
        var (spans, metrics, log) = (new List<Activity>(), new List<MetricSnapshot>(), new LogLines());
        var person = await World.ProfessionalAsync(World.School);
        await using var host = World.Application.WithWebHostBuilder(builder => builder.UseSetting(Telemetry.Endpoint, "http://127.0.0.1:9").ConfigureTestServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));
            services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddInMemoryExporter(metrics));
        }));
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");

        (await client.PostAsJsonAsync("/session", new
        {
            userType = "INDIVIDUAL",
            idNumber = person.Person!.IdNumber,
            password = MadeUpPerson.Password,
            captchaAnswer = HnCeApplication.CaptchaAnswer,
        })).EnsureSuccessStatusCode();
        await client.GetStringAsync("/home");
        await AskAsync(client, $"query Named_{person.Person.IdNumber} {{ professionals(first: 1, filter: {{ name: \"{person.Person.Name}\" }}) {{ nodes {{ name idNumber }} }} }}");
        await AskAsync(client, "mutation { withdrawDeclaration(input: { id: \"x\" }) { userErrors { code } } }");
        await AskAsync(client, "{ auditEntries(first: 1) { nodes { actor } } }");
        await client.GetAsync($"/graphql?query={Uri.EscapeDataString($"{{ pickEmployers(name: \"{person.Person.Name}\") {{ totalCount }} }}")}");
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var told = string.Join('\n', spans.ToList().Select(Text).Concat(metrics.SelectMany(Text)));
        foreach (var expected in new[] { "query professionals", "mutation withdrawDeclaration", "query Frame", "hnce.statements", "code=NOT_FOUND", "code=FORBIDDEN", "hnce.graph.operation.duration", "hnce.graph.operation.cost" })
        {
            Assert.Contains(expected, told);
        }

        foreach (var secret in new[] { person.Person.IdNumber, person.Person.Name, MadeUpPerson.Password, "pickEmployers(", "nodes {" })
        {
            Assert.DoesNotContain(secret, told);
            Assert.DoesNotContain(secret, log.Text);
        }
    }

    [Fact]
    public void Host_WithoutACollector_ExportsNothing() => Assert.Null(World.Application.Services.GetService<TracerProvider>());

    [Fact]
    public async Task Tally_OfAnOperation_IsWhatTheDatabaseSaw()
    {
        var told = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => told.Add(Text(activity)),
        };
        ActivitySource.AddActivityListener(listener);
        var admin = World.As(UserType.SystemAdmin);
        await admin.MustAsync("query Tally { accounts(first: 3) { nodes { name } totalCount } }");
        World.Statements.Clear();
        told.Clear();

        await admin.MustAsync("query Tally { accounts(first: 3) { nodes { name } totalCount } }");

        Assert.Contains(told, text => text.StartsWith("query Tally", StringComparison.Ordinal) && text.Contains($"hnce.statements={World.Statements.Statements.Count} ", StringComparison.Ordinal));
    }

    private static async Task AskAsync(HttpClient client, string query)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query });
        Assert.Equal(JsonValueKind.Object, (await answer.Content.ReadFromJsonAsync<JsonElement>()).ValueKind);
    }

    private static string Text(Activity activity) => $"{activity.DisplayName} {string.Concat(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value} "))} {string.Join(' ', activity.Events.Select(one => one.Name))}";

    private static IEnumerable<string> Text(MetricSnapshot metric)
    {
        foreach (var point in metric.MetricPoints)
        {
            var text = metric.Name;
            foreach (var tag in point.Tags)
            {
                text += $" {tag.Key}={tag.Value}";
            }

            yield return text;
        }
    }
}
