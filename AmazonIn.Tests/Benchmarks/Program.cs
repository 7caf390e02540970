using AmazonIn.Benchmarks;

// Each benchmark prints one JSON line a measurement. Run in Release:
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- import [--orders 10000] [--runs 3]
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- start [--runs 5]
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- push-latency [--changes 300]
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- push-bulk [--skus 50000]
var name = args.FirstOrDefault();
var runs = Arguments.Number(args, "--runs", 3);
switch (name)
{
    case "import":
        await ImportBenchmark.RunAsync(Arguments.Number(args, "--orders", 10_000), runs);
        return 0;
    case "start":
        await StartBenchmark.RunAsync(runs);
        return 0;
    case "push-latency":
        await PushLatencyBenchmark.RunAsync(Arguments.Number(args, "--changes", 300));
        return 0;
    case "push-bulk":
        await PushBulkBenchmark.RunAsync(Arguments.Number(args, "--skus", 50_000));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: import [--orders N] [--runs N] | start [--runs N] | push-latency [--changes N] | push-bulk [--skus N]");
        return 2;
}
