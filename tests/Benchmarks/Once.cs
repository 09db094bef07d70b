using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using System.Text;
using HnCe.Domain.Certificates;
using HnCe.Testing;

namespace HnCe.Benchmarks;

/// <summary>What happens once: one certificate, one cold start.</summary>
internal static class Once
{
    /// <summary>Size and time of a certificate with four records, drawn alone.</summary>
    public static (int Bytes, double Milliseconds) Certificate()
    {
        var pdf = new CertificatePdf(CertificateFonts.Load());
        var content = new CertificateContent
        {
            Number = "HN20254101000012863M",
            Year = 2025,
            Name = "李慧敏",
            Sex = "女",
            MaskedIdNumber = "410105********7826",
            Employer = "郑州市明德实验中学",
            Title = "一级教师",
            PublicHours = 30,
            ProfessionalHours = 66.5m,
            TotalHours = 96.5m,
            Records =
            [
                new("培训班", "2025年度公需科目网络培训", "公需科目", 30), new("培训班", "初中数学新课标专题研修", "专业科目", 40),
                new("发表论文", "核心素养导向的单元作业设计", "专业科目", 20), new("学术交流", "全省初中数学教学研讨会", "专业科目", 6.5m),
            ],
            IssuedBy = "郑州市人力资源和社会保障局",
            IssuedOn = new(2026, 1, 12),
            VerificationUrl = "https://hnce.example.gov.cn/verify/HN20254101000012863M?k=8Qm2xT7vRd",
        };
        var bytes = pdf.Draw(content).Length;
        var times = Enumerable.Range(0, 51).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            pdf.Draw(content);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToList();
        return (bytes, times[times.Count / 2]);
    }

    /// <summary>Seconds from starting the host to its first answer of the graph, on a prepared SQLite file; the median of three starts after one that prepares.</summary>
    public static async Task<double> StartUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hnce-start-").FullName;
        List<double> times = [];
        for (var start = 0; start <= 3; start++)
        {
            times.Add(await StartAsync(folder));
        }

        Directory.Delete(folder, recursive: true);
        return times[1..].Order().ElementAt(1);
    }

    private static async Task<double> StartAsync(string folder)
    {
        var port = FreePort();
        var host = Path.Combine(Path.GetDirectoryName(typeof(Once).Assembly.Location)!, "HnCe.Pages.dll");
        var info = new ProcessStartInfo("dotnet", [host, "--urls", $"http://127.0.0.1:{port}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["Database__ConnectionString"] = $"Data Source={folder}/hnce.db";
        info.Environment["PublicAddress__Url"] = $"http://localhost:{port}";
        info.Environment["Keys__Sealing__1"] = TestDatabase.Keys.Sealing["1"];
        info.Environment["Keys__Lookup"] = TestDatabase.Keys.Lookup;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var http = new HttpClient();
        while (!await AnswersAsync(http, port))
        {
            if (process.HasExited || watch.Elapsed.TotalMinutes > 2)
            {
                process.Kill();
                throw new InvalidOperationException(string.Join('\n', await output));
            }

            await Task.Delay(10);
        }

        var took = watch.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return took;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.PostAsync($"http://127.0.0.1:{port}/graphql", new StringContent("""{"query":"{ viewer { name } }"}""", Encoding.UTF8, "application/json"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
